import { returnsToAutomatic, updateBy } from "../occurrences";
import type { Sample } from "../sample";
import { HOUR, NO, type SampleParts, YES } from "./sample-parts";

/** Calls that converted automatically, or almost did. */
export function factSamples({ network, byFacts, quoted, speaker, following }: SampleParts): Sample[] {
  const { staff } = network;
  return [
    {
      about: "both sides converted by duration: charged and paid",
      startedMinutesAgo: 26 * HOUR,
      connectedSeconds: 388,
      call: byFacts(71),
    },
    {
      about: "converted by a rule, for the amount that a token named",
      startedMinutesAgo: 23 * HOUR,
      connectedSeconds: 104,
      call: quoted(24),
    },
    {
      about: "converted by the voice agent: the caller said “book it”, which stands in the transcript",
      startedMinutesAgo: 5 * HOUR,
      connectedSeconds: 96,
      call: speaker(39),
      transcript: [
        { speaker: "agent", text: "Thanks for calling. What can we do for your house?", atSeconds: 2 },
        { speaker: "customer", text: "I would like to know what it costs.", atSeconds: 9 },
        {
          speaker: "agent",
          text: "Somebody has to look at it first, that costs nothing. Shall I book it?",
          atSeconds: 31,
        },
        { speaker: "customer", text: "Please don't book it before Monday.", atSeconds: 48 },
        { speaker: "agent", text: "Tuesday at nine, then?", atSeconds: 57 },
        { speaker: "customer", text: "Yes, Tuesday is fine. Book", atSeconds: 63 },
        { speaker: "customer", text: "it, please.", atSeconds: 66 },
      ],
    },
    {
      about: "missed a rule narrowly: quoted 4,980 where 5,000 is asked for, and not one second longer than 120",
      startedMinutesAgo: 4 * HOUR,
      connectedSeconds: 120,
      call: { ...quoted(83), tokens: { ...quoted(83).tokens, quote_amount: "4980", lead_price: "34.86" } },
    },
    {
      about: "charged, disputed by the buyer, credited",
      startedMinutesAgo: 30 * HOUR,
      connectedSeconds: 111,
      call: quoted(28),
      story: (ago) => [
        updateBy(staff.manager, ago(5 * HOUR), { buyer: NO }, { reason: "Outside the buyer's service area." }),
      ],
    },
    {
      about: "priced three times, the last change waits for the next rollup",
      startedMinutesAgo: 8 * HOUR,
      connectedSeconds: 517,
      call: byFacts(54),
      story: (ago) => [
        updateBy(
          staff.manager,
          ago(5 * HOUR),
          { buyer: { amountMinor: 7500n } },
          { reason: "A bigger job than told." },
        ),
        updateBy(staff.manager, ago(12), { buyer: { amountMinor: 7000n } }, { reason: "Price agreed with the buyer." }),
      ],
    },
    {
      about: "its offer converts when the buyer converts: taken back and given again",
      startedMinutesAgo: 20 * HOUR,
      connectedSeconds: 187,
      call: following(66),
      story: (ago) => [
        updateBy(staff.operator, ago(7 * HOUR), { buyer: NO }, { reason: "Reported as a wrong number." }),
        updateBy(staff.operator, ago(7 * HOUR - 25), { buyer: YES }, { reason: "That was another call." }),
      ],
    },
    {
      about: "switched off by a person, then returned to automatic: its rule converts it again",
      startedMinutesAgo: 45 * HOUR,
      connectedSeconds: 118,
      call: quoted(31),
      story: (ago) => [
        updateBy(staff.operator, ago(22 * HOUR), { buyer: NO }, { reason: "Looked like a test call." }),
        returnsToAutomatic(staff.admin, ago(6 * HOUR), "buyer"),
      ],
    },
  ];
}
