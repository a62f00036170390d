import { factsBy, locks, posts, updateBy } from "../occurrences";
import type { Ago, Sample } from "../sample";
import { DAY, HOUR, NO, type SampleParts, YES } from "./sample-parts";

/** Calls with something in the inbox. */
export function waitingSamples({ network, stated, quoted, trial, limited, onceAMonth, caller }: SampleParts): Sample[] {
  const { staff, token, key, plan } = network;
  const webhookOf = stated(0).buyer_id ?? 0;
  const { connectedSeconds } = plan.samples.onceAMonth;
  const resold = (ago: Ago) => {
    return { caller: caller(85), call_started_at: ago(12 * HOUR).toISOString(), event_id: "sale-88143" };
  };
  return [
    {
      about: "locked by a person; what the buyer's system said afterwards is in the inbox",
      startedMinutesAgo: 72 * HOUR,
      connectedSeconds: 117,
      call: quoted(90),
      story: (ago) => [
        updateBy(
          staff.manager,
          ago(48 * HOUR),
          { buyer: YES },
          { reason: "Recording checked: the appointment was made." },
        ),
        locks(staff.manager, ago(48 * HOUR - 1), "buyer"),
        updateBy(token, ago(3 * HOUR), { buyer: NO }, { reason: "Not a customer." }),
      ],
    },
    {
      about: "its buyer's system stated more than its limits allow: that is in the inbox",
      startedMinutesAgo: 7 * HOUR,
      connectedSeconds: 133,
      call: limited(52),
      story: (ago) => [
        updateBy(token, ago(6 * HOUR), { buyer: { ...YES, amountMinor: 9900n } }, { reason: "Emergency rate." }),
      ],
    },
    {
      about:
        "converted by a rule that a corrected token no longer bears out: that it would be reverted is in the inbox",
      startedMinutesAgo: 32 * HOUR,
      connectedSeconds: 99,
      call: quoted(46),
      story: (ago) => [factsBy(key, ago(2 * HOUR), { quote_amount: "3900" })],
    },
    {
      about: "called twice within the hour: what the buyer posted about this caller fits both, and is in the inbox",
      startedMinutesAgo: 6 * HOUR,
      connectedSeconds: 64,
      call: stated(12),
      story: (ago) => [
        posts(webhookOf, ago(4 * HOUR), {
          caller: caller(12),
          call_started_at: ago(6 * HOUR).toISOString(),
          converted: true,
          revenue: "60.00",
        }),
        posts(webhookOf, ago(3 * HOUR), {
          caller: caller(97),
          call_started_at: ago(5 * HOUR).toISOString(),
          converted: true,
          reference: "sale-88171",
        }),
        posts(webhookOf, ago(2 * HOUR), { caller: caller(12), converted: "perhaps" }),
      ],
    },
    {
      about: "the second call of the caller who called twice within the hour",
      startedMinutesAgo: 6 * HOUR - 25,
      connectedSeconds: 88,
      call: stated(12),
    },
    {
      about: "posted as sold, as not sold and as sold again under one event id: the last is in the inbox",
      startedMinutesAgo: 12 * HOUR,
      connectedSeconds: 91,
      call: stated(85),
      story: (ago) => [
        posts(webhookOf, ago(11 * HOUR), { ...resold(ago), converted: true }),
        posts(webhookOf, ago(10 * HOUR), { ...resold(ago), converted: false }),
        posts(webhookOf, ago(9 * HOUR), { ...resold(ago), converted: true }),
      ],
    },
    {
      about: "took the one conversion that a cap lets through by itself, taken back since",
      startedMinutesAgo: 2 * DAY,
      connectedSeconds: 388,
      call: trial(63),
      story: (ago) => [updateBy(staff.manager, ago(10 * HOUR), { buyer: NO }, { reason: "The caller was renting." })],
    },
    {
      about: "a cap kept it from converting; that there is room again is in the inbox",
      startedMinutesAgo: 2 * DAY - HOUR,
      connectedSeconds: 402,
      call: trial(64),
    },
    {
      about: "the first call of a caller who counts once a month, taken back since",
      startedMinutesAgo: 5 * DAY,
      connectedSeconds,
      call: onceAMonth(58),
      story: (ago) => [
        updateBy(staff.manager, ago(9 * HOUR), { buyer: NO }, { reason: "Never came to an appointment." }),
      ],
    },
    {
      about: "was a duplicate of a call that has been taken back since: it is in the inbox",
      startedMinutesAgo: 3 * DAY,
      connectedSeconds,
      call: onceAMonth(58),
    },
  ];
}
