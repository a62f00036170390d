import { Chapter } from "./chapter";
import { Prose } from "./prose";

const CONVENTIONS: readonly (readonly [string, string])[] = [
  ["URLs", "All routes are below `/api/v1`. Identify a call by its ID or UUID; below `/secure/`, only by its UUID."],
  [
    "Methods",
    "If a route lists both PUT and POST, they do the same. Other methods return 405 with the supported ones in `Allow`.",
  ],
  [
    "Parameters",
    "Send parameters in the query string, a form body, or a JSON body; you can combine them. Send tokens as `tokens[zip]=80202` or as a JSON object. The same name with two different values returns 422. Unknown names return 422, too, except on the secure and buyer webhook routes, which ignore them and list them in `ignored`.",
  ],
  [
    "Missing values",
    "Omitted parameters leave their fields unchanged. On the secure and buyer webhook routes, empty parameters count as omitted. On other routes, an empty value that the field doesn't allow returns 422.",
  ],
  [
    "Booleans",
    "`true`, `1`, `yes`, and `on`, or `false`, `0`, `no`, and `off`, in upper or lower case. Anything else returns 422.",
  ],
  [
    "Money",
    'Decimal amounts in the company\'s currency, up to 999,999,999.99, such as `10`, `10.5`, or `10.50`, as strings or JSON numbers. Signs, exponents, separators, and more decimals than the currency has return 422. Responses use strings with all decimals: `"10.00"`.',
  ],
  ["Times", "ISO 8601 with a time zone: `2026-11-23T10:42:00Z`. In a URL, write `+` as `%2B`. Responses use UTC."],
  [
    "Responses",
    "JSON with snake_case names. Every body carries `status`, the HTTP status. Every response has an `X-Request-Id` header; include it when you contact support. Fields that you can't read are omitted. New fields and values may be added; ignore those that you don't know.",
  ],
  [
    "Retries",
    "Send an `Idempotency-Key` header with a new value for each write, such as a UUID. If you send the same request again within 30 days, you get the first answer and nothing happens twice, even if the first answer was lost. The same key with another request returns 422, and 409 with `Retry-After` while the first request is still running. A rejected request doesn't use up its key. Keys belong to the credential that sends them. Routes that providers and buyers post to in their own format don't read the header; they recognize repeated events.",
  ],
  [
    "Repeated updates",
    "An update that repeats the current state returns 200 with `changed: false`. An `event_id` identifies an update of a call across credentials and for longer than 30 days. Send `occurred_at` so that a late update doesn't override a newer one; the response then says `superseded: true`.",
  ],
  [
    "Dry run",
    "Add `dry_run=true` to preview a conversion. The response shows what would change, which entries the next rollup would post, how cap usage would change, and what would go to the inbox. Nothing is saved. You can also preview resolving inbox items. Other routes reject the parameter.",
  ],
  [
    "Concurrent edits",
    "Send the `version` of the call you read. If the call has changed since, you get a 409 with the changes. Without `version`, the last update wins.",
  ],
  [
    "Locked sides",
    "If a person has locked a side, updates from API keys, secure tokens, and webhooks wait in the inbox and return 200 with `held: true`.",
  ],
  [
    "Limits",
    "600 requests per minute for each API key or member, and 60 failed authentications per minute for each network address; more return 429 with `Retry-After`. Secure tokens and webhooks have much higher limits. A body can have up to 1,000 parameters and 1 MiB (64 KiB with a secure token, except for transcripts).",
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
