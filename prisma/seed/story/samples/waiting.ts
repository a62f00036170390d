import type { Sample } from "../sample";
import { locks, says, tells } from "../wishes";
import { DAY, HOUR, NO, type SampleParts, YES } from "./sample-parts";

/** Calls of which something waits in the inbox. */
export function waitingSamples({ network, quoted, onceAMonth }: SampleParts): Sample[] {
  const { staff, token, key, plan } = network;
  const { connectedSeconds } = plan.samples.onceAMonth;
  return [
    {
      about: "locked by a person; what the buyer's system said afterwards is in the inbox",
      startedMinutesAgo: 72 * HOUR,
      connectedSeconds: 117,
      call: quoted(90),
      story: (ago) => [
        says(staff.manager, ago(48 * HOUR), { buyer: YES }, { reason: "Recording checked: the appointment was made." }),
        locks(staff.manager, ago(48 * HOUR - 1), "buyer"),
        says(token, ago(3 * HOUR), { buyer: NO }, { reason: "Not a customer." }),
      ],
    },
    {
      about: "converted by a rule that a corrected token no longer bears out: its fall is in the inbox",
      startedMinutesAgo: 32 * HOUR,
      connectedSeconds: 99,
      call: quoted(46),
      story: (ago) => [tells(key, ago(2 * HOUR), { quote_amount: "3900" })],
    },
    {
      about: "the first call of a caller who counts once a month, taken back since",
      startedMinutesAgo: 5 * DAY,
      connectedSeconds,
      call: onceAMonth(58),
      story: (ago) => [says(staff.manager, ago(9 * HOUR), { buyer: NO }, { reason: "Never came to an appointment." })],
    },
    {
      about: "was a duplicate of a call that has been taken back since: it is in the inbox",
      startedMinutesAgo: 3 * DAY,
      connectedSeconds,
      call: onceAMonth(58),
    },
  ];
}
