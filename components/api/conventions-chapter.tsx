import { Chapter } from "./chapter";
import { Prose } from "./prose";

const CONVENTIONS: readonly (readonly [string, string])[] = [
  [
    "Addresses",
    "All paths start with `/api/v1`. A call is addressed by its ID or UUID; below `/secure/`, by the UUID only.",
  ],
  [
    "Methods",
    "Where both are listed, PUT and POST do the same. Other methods are answered with 405; `Allow` lists the ones that work.",
  ],
  [
    "Parameters",
    "Read from the query string, a form body or a JSON body, or from two of them at once. Write tokens as `tokens[zip]=80202`, or as a JSON object. The same name sent twice with different values is refused. So are unknown names, except on the secure routes, which ignore and list them.",
  ],
  [
    "Absent and empty",
    "An absent parameter leaves its field unchanged. An empty one is refused, except on the secure routes, where it counts as absent.",
  ],
  ["Booleans", "`1`, `true`, `yes`, `on` and `0`, `false`, `no`, `off`, in any case. Anything else is refused."],
  [
    "Money",
    'Decimal text in the company\'s currency: `10`, `10.5` and `10.50` are accepted, as JSON numbers too. No sign, exponent or separators; no more decimals than the currency has; at most 999,999,999.99. Answers always show all decimals: `"10.00"`.',
  ],
  ["Times", "ISO 8601 with a time zone: `2026-11-23T10:42:00Z`. In a URL, write `+` as `%2B`. Answers are in UTC."],
  [
    "Answers",
    "JSON with snake_case names. Every body has `status`, the HTTP status; every answer has `X-Request-Id`. Fields that you can't read are absent. Expect new fields, and new values in lists.",
  ],
  [
    "Saving twice",
    "An update that matches the call changes nothing: 200 with `changed: false`. With an `event_id` of yours, a retry is recognized even after somebody else changed the call. With `occurred_at`, a late update doesn't override a newer one: `superseded: true`.",
  ],
  [
    "Dry run",
    "With `dry_run=true`, a conversion update saves nothing: the answer shows what would change, which entries the next rollup would post, what caps would count, and what would go to the inbox. Resolving inbox items supports it too, for all items together. Other routes refuse it.",
  ],
  [
    "Saving over others",
    "If you send the `version` you started from, a save over changes that you haven't seen is refused with 409, which lists them. Without it, the last update stands.",
  ],
  ["Locked sides", "When a person has locked a side, updates from outside wait in the inbox: 200 with `held: true`."],
  [
    "Limits",
    "600 requests a minute per key or member, and 60 a minute per IP address without a valid credential; beyond that, 429 with `Retry-After`. A body may have 1 MiB and 1,000 parameters; with a secure token, 64 KiB.",
  ],
];

export function ConventionsChapter() {
  return (
    <Chapter id="conventions" title="Conventions">
      <dl className="max-w-4xl border-t">
        {CONVENTIONS.map(([title, text]) => (
          <div key={title} className="grid gap-x-6 gap-y-0.5 border-b py-2.5 sm:grid-cols-[9rem_minmax(0,1fr)]">
            <dt className="font-medium">{title}</dt>
            <dd className="max-w-prose">
              <Prose text={text} />
            </dd>
          </div>
        ))}
      </dl>
    </Chapter>
  );
}
