import { dispatchEndpoint } from "@/lib/outbound/dispatch-endpoint";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenEndpoint } from "@/lib/testing/outbound/given-endpoint";
import { WebhookReceiver } from "@/lib/testing/outbound/webhook-receiver";
import type { Bench, Line } from "../bench";
import { benchCalls } from "../company/bench-calls";
import { applyAll, conversionsOf } from "../company/conversions-of";
import { median } from "../measure/median";
import { milliseconds } from "../measure/milliseconds";

const BATCH = 1_000;
const SENT_PER_SECOND_AT_LEAST = 1_000;
const OF_RATE_AT_LEAST = 0.9;

/** Outgoing webhooks to a local receiver, and conversions while it is sent to, beside a company without endpoints. */
export const dispatch: Bench = async ({ quick }) => {
  const receiver = await new WebhookReceiver().start();
  const plain = (await givenCompany()).ctx;
  const sending = (await givenCompany()).ctx;
  const { id } = await givenEndpoint(sending, receiver);
  const rounds = quick ? 5 : 20;
  const send = () => dispatchEndpoint(sending.company.id, id, sending.now);
  try {
    return [await rate(sending, send), await conversions(plain, sending, send, rounds)];
  } finally {
    await receiver.stop();
  }
};

async function rate(ctx: GivenContext, send: () => Promise<number>): Promise<Line> {
  for (let batch = 0; batch < 5; batch += 1) await convert(ctx);
  let sent = 0;
  const ms = await milliseconds(async () => {
    sent = await send();
  });
  const perSecond = (sent / ms) * 1000;
  return {
    what: "Outgoing webhooks to one local receiver, sent, answered and recorded",
    measured: `${perSecond.toFixed()} deliveries/s`,
    target: `≥ ${SENT_PER_SECOND_AT_LEAST}/s`,
    met: perSecond >= SENT_PER_SECOND_AT_LEAST,
  };
}

/** In turns. The endpoint is sent to from the process that converts, so both share its processor time. */
async function conversions(
  plain: GivenContext,
  sending: GivenContext,
  send: () => Promise<number>,
  rounds: number,
): Promise<Line> {
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const alone = await convert(plain);
    const sent = send();
    ratios.push(alone / (await convert(sending)));
    await sent;
  }
  const ratio = median(ratios);
  return {
    what: `Conversions in batches of ${BATCH} that are sent to an endpoint, of those without one`,
    measured: `${ratio.toFixed(2)} of the rate`,
    target: `≥ ${OF_RATE_AT_LEAST}`,
    met: ratio >= OF_RATE_AT_LEAST,
  };
}

/** How long a batch takes, in milliseconds. */
async function convert(ctx: GivenContext): Promise<number> {
  const requests = conversionsOf(ctx, await benchCalls(ctx, BATCH), true);
  return milliseconds(() => applyAll(ctx, requests));
}
