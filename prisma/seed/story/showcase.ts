import { idOf } from "../agree-terms";
import type { Network } from "../found-network";
import type { PlannedCall } from "./planned-call";
import { planSample, type Sample } from "./sample";
import { holds, locks, returnsToAutomatic, says } from "./wishes";

const HOUR = 60;
const YES = { converted: true };
const NO = { converted: false };

/** The calls that the demo points at, one for every state. The first is for whoever tries it: nothing happens to it here. */
export function planShowcase(network: Network, now: Date): PlannedCall[] {
  return samples(network).map((sample, position) => planSample(network, now, position, sample));
}

function samples(network: Network): Sample[] {
  const { offers, buyers, sources, plan, staff, token, hook } = network;
  const follower = offers.find(({ habit }) => habit.by === "follows_buyer");
  const [offer] = offers;
  const [source] = sources;
  if (!offer || !source || !follower) throw new Error(`${plan.name} lacks what its sample calls need.`);
  const [area] = plan.areas;
  const buyerId = idOf(buyers, offer.buyers[0]);
  const otherBuyerId = idOf(buyers, offer.buyers[1] ?? offer.buyers[0]);
  const caller = (line: number) => `+1${area.code}55501${line}`;
  const tokens = { zip: area.postcodes[0], state: area.state, service: offer.tokens.service[0], home_owner: "yes" };
  const call = (line: number) => ({
    caller: caller(line),
    offer_id: offer.id,
    buyer_id: buyerId,
    traffic_source_id: source.id,
    tokens,
  });
  const duration = { by: "duration" } as const;
  return [
    {
      about: "finished, with a buyer and a traffic source, not converted yet",
      startedMinutesAgo: 3 * HOUR + 10,
      connectedSeconds: 214,
      call: call(42),
    },
    { about: "running", startedMinutesAgo: 2, call: call(17) },
    { about: "unanswered", startedMinutesAgo: 75, connectedSeconds: null, call: call(63) },
    {
      about: "both sides converted by duration: charged and paid",
      startedMinutesAgo: 26 * HOUR,
      connectedSeconds: 388,
      call: call(71),
      story: (_, ended) => [holds(network, ended, "buyer", duration), holds(network, ended, "offer", duration)],
    },
    {
      about: "charged, disputed by the buyer, credited",
      startedMinutesAgo: 30 * HOUR,
      connectedSeconds: 251,
      call: call(28),
      story: (ago, ended) => [
        holds(network, ended, "buyer", duration),
        says(staff.manager, ago(5 * HOUR), { buyer: NO }, { reason: "Outside the buyer's service area." }),
      ],
    },
    {
      about: "moved to another buyer: a charge, its credit, a charge",
      startedMinutesAgo: 50 * HOUR,
      connectedSeconds: 402,
      call: call(35),
      story: (ago) => [
        says(token, ago(49 * HOUR), { buyer: { ...YES, amountMinor: 6000n } }, { tokens: { order: "A-20417" } }),
        says(
          staff.manager,
          ago(20 * HOUR),
          { buyer: { partyId: otherBuyerId } },
          { reason: "The other buyer did the job." },
        ),
      ],
    },
    {
      about: "priced three times, the last change waits for the next rollup",
      startedMinutesAgo: 8 * HOUR,
      connectedSeconds: 517,
      call: call(54),
      story: (ago, ended) => [
        holds(network, ended, "buyer", duration),
        holds(network, ended, "offer", duration),
        says(staff.manager, ago(5 * HOUR), { buyer: { amountMinor: 7500n } }, { reason: "Battery included." }),
        says(staff.manager, ago(12), { buyer: { amountMinor: 7000n } }, { reason: "Price agreed with the buyer." }),
      ],
    },
    {
      about: "converted at 0.00: nobody is charged",
      startedMinutesAgo: 28 * HOUR,
      connectedSeconds: 133,
      call: call(80),
      story: (ago) => [
        says(
          staff.manager,
          ago(26 * HOUR),
          { buyer: { ...YES, amountMinor: 0n } },
          { reason: "Goodwill: an existing customer." },
        ),
      ],
    },
    {
      about: "payout without revenue",
      startedMinutesAgo: 6 * HOUR,
      connectedSeconds: 96,
      call: call(19),
      story: (ago) => [
        says(
          staff.admin,
          ago(4 * HOUR),
          { offer: { ...YES, amountMinor: 1200n } },
          { reason: "Trial week: paid for every call." },
        ),
      ],
    },
    {
      about: "locked by a person; what the buyer's system said afterwards is in the inbox",
      startedMinutesAgo: 72 * HOUR,
      connectedSeconds: 298,
      call: call(90),
      story: (ago, ended) => [
        holds(network, ended, "buyer", duration),
        says(staff.manager, ago(48 * HOUR), { buyer: YES }, { reason: "Recording checked: the appointment was made." }),
        locks(staff.manager, ago(48 * HOUR - 1), "buyer"),
        says(token, ago(3 * HOUR), { buyer: NO }, { reason: "Not a customer." }),
      ],
    },
    {
      about: "anonymous caller, converted by the buyer's webhook, waits for the next rollup",
      startedMinutesAgo: 40,
      connectedSeconds: 611,
      call: { ...call(0), caller: "anonymous" },
      story: (ago) => [says(hook, ago(9), { buyer: YES }, { eventId: "sale-88213", occurredAt: ago(11) })],
    },
    {
      about: "its offer converts when the buyer converts: taken back and given again",
      startedMinutesAgo: 20 * HOUR,
      connectedSeconds: 187,
      call: {
        ...call(66),
        offer_id: follower.id,
        buyer_id: idOf(buyers, follower.buyers[0]),
        tokens: { ...tokens, service: follower.tokens.service[0] },
      },
      story: (ago, ended) => [
        holds(network, ended, "buyer", duration),
        says(staff.operator, ago(7 * HOUR), { buyer: NO }, { reason: "Reported as a wrong number." }),
        says(staff.operator, ago(7 * HOUR - 25), { buyer: YES }, { reason: "That was another call." }),
      ],
    },
    {
      about: "neither buyer nor traffic source: converting it asks for one",
      startedMinutesAgo: 100,
      connectedSeconds: null,
      call: { caller: caller(22), offer_id: offer.id, tokens },
    },
    {
      about: "switched off by a person, then returned to automatic",
      startedMinutesAgo: 45 * HOUR,
      connectedSeconds: 160,
      call: call(31),
      story: (ago) => [
        says(staff.operator, ago(22 * HOUR), { buyer: YES }, { reason: "Booked on a second call." }),
        returnsToAutomatic(staff.admin, ago(21 * HOUR), "buyer"),
      ],
    },
    {
      about: "converted and taken back between two rollups: a charge and its credit are waiting",
      startedMinutesAgo: 55,
      connectedSeconds: 145,
      call: call(77),
      story: (ago) => [
        says(token, ago(18), { buyer: YES }),
        says(token, ago(8), { buyer: NO }, { reason: "The job was cancelled." }),
      ],
    },
    { about: "running, just answered", startedMinutesAgo: 1, call: call(48) },
  ];
}
