import { posts, updateBy } from "../occurrences";
import type { Sample } from "../sample";
import { HOUR, NO, type SampleParts, YES } from "./sample-parts";

/** Calls with explicit updates. */
export function statedSamples({ network, stated, otherBuyerId }: SampleParts): Sample[] {
  const { staff, token } = network;
  const webhookOf = stated(0).buyer_id ?? 0;
  return [
    {
      about: "moved to another buyer: a charge, its credit, a charge",
      startedMinutesAgo: 50 * HOUR,
      connectedSeconds: 102,
      call: stated(35),
      story: (ago) => [
        updateBy(token, ago(49 * HOUR), { buyer: { ...YES, amountMinor: 6000n } }, { tokens: { order: "A-20417" } }),
        updateBy(
          staff.manager,
          ago(20 * HOUR),
          { buyer: { partyId: otherBuyerId } },
          { reason: "The other buyer did the job." },
        ),
      ],
    },
    {
      about: "converted at 0.00: nobody is charged",
      startedMinutesAgo: 28 * HOUR,
      connectedSeconds: 113,
      call: stated(80),
      story: (ago) => [
        updateBy(
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
      call: stated(19),
      story: (ago) => [
        updateBy(
          staff.admin,
          ago(4 * HOUR),
          { offer: { ...YES, amountMinor: 1200n } },
          { reason: "Trial week: paid for every call." },
        ),
      ],
    },
    {
      about: "anonymous caller, converted by the buyer's webhook, waits for the next rollup",
      startedMinutesAgo: 40,
      connectedSeconds: 108,
      call: { ...stated(0), caller: "anonymous" },
      story: (ago) => [
        posts(webhookOf, ago(9), { converted: true, reference: "sale-88213", occurred_at: ago(11).toISOString() }),
      ],
    },
    {
      about: "converted and taken back between two rollups: a charge and its credit are waiting",
      startedMinutesAgo: 55,
      connectedSeconds: 105,
      call: stated(77),
      story: (ago) => [
        updateBy(token, ago(18), { buyer: YES }),
        updateBy(token, ago(8), { buyer: NO }, { reason: "The job was cancelled." }),
      ],
    },
  ];
}
