import { Chapter } from "./chapter";
import { Prose } from "./prose";

const CONVENTIONS: readonly (readonly [string, string])[] = [
  [
    "Addresses",
    "Everything lies below `/api/v1`. A call is addressed by its number or its uuid; below `/secure/` by the uuid alone.",
  ],
  [
    "Methods",
    "Where both are listed, PUT and POST do the same. A method that is not listed is answered 405; `Allow` lists those that are.",
  ],
  [
    "Parameters",
    "Taken from the query string, a form body or a JSON body alike, also from two of them at once. Tokens are written `tokens[zip]=80202`, or as a JSON object. The same name twice with different values is refused; so is a name that is not known, except on the secure routes, which ignore and list it.",
  ],
  [
    "Absent and empty",
    "An absent parameter leaves its field alone. An empty one is refused, except on the secure routes, where it counts as absent.",
  ],
  ["Booleans", "`1`, `true`, `yes`, `on` and `0`, `false`, `no`, `off`, in any case. Anything else is refused."],
  [
    "Money",
    'Decimal text in the company\'s currency: `10`, `10.5` and `10.50` are accepted, as JSON numbers too. No sign, no exponent, no separators, no more decimals than the currency has, up to 999,999,999.99. Answers always have all decimals: `"10.00"`.',
  ],
  ["Times", "ISO 8601 with a zone: `2026-11-23T10:42:00Z`. In an address a `+` is written `%2B`. Answers are in UTC."],
  [
    "Answers",
    "JSON with snake_case names. Every body carries `status`, the HTTP status, and every answer `X-Request-Id`. Fields that you may not read are absent. New fields and new words in lists may come: tolerate them.",
  ],
  [
    "Saving twice",
    "A statement that says what is so already changes nothing: 200 with `changed: false`. With an `event_id` of yours, a repetition is known for one even after somebody else has changed the call. With `occurred_at`, what arrives late does not overrule what is newer: `superseded: true`.",
  ],
  [
    "Dry run",
    "With `dry_run=true` a conversion write saves nothing: the answer shows what would change, which entries the next rollup would post, what the caps would count and what would wait in the inbox. Settling what waits there has one too: what all items together would post. Other routes refuse it.",
  ],
  [
    "Saving over others",
    "With the `version` you started from, a save over changes that you have not seen is refused with 409 and told what they are. Without it, the last statement stands.",
  ],
  ["Locked sides", "Where a person has locked a side, statements from outside wait for them: 200 with `held: true`."],
  [
    "Limits",
    "600 requests a minute and key or member, and 60 a minute and address without a valid credential; then 429 with `Retry-After`. A body may have 1 MiB and 1,000 parameters, with a secure token 64 KiB.",
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
