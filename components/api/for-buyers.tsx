import Link from "next/link";
import { CodeBlock } from "@/components/ui/code-block";
import type { OpenApi } from "@/lib/platform/contract/open-api";
import { CodeTabs } from "./code-tabs";
import type { OnHost } from "./on-host";
import { Paragraphs, Prose } from "./prose";

const ROUTE = "/secure/calls/{uuid}";

const STEPS = [
  "You need the call's UUID, which you receive with the call, and the secure token that the company gave you: the company's, or one of your own, which reaches only your calls. Keep the token secret.",
  "When you know the result of a call, send the request above. You can send parameters in the query string, a form body, or a JSON body.",
  "`buyer_converted=true` marks the call as converted. Add `revenue` if you've agreed to report what you pay; otherwise, the agreed price applies.",
  "To reverse a conversion, send `buyer_converted=false`. To correct the amount, send the new `revenue`.",
  "Send a new `event_id` of your own with each update, and keep it when you retry. The update then counts once.",
  "200 with `changed: true` means that the call was updated. `changed: false` without `held` means that nothing needed to change.",
  "200 with `held: true` means that the company will review your update; `detail` says why. Don't send it again.",
  "401 means that the token is wrong, 403 that it may not set one of the fields (`permission` names what is missing), 404 that it reaches no call with this UUID, and 422 that a value is invalid: `errors` names the field and what to send. Fix the request before you send it again.",
  "After 429, 503, or a timeout, send the same request again. Wait for the number of seconds in `Retry-After`, if present.",
  "To test your integration, add `dry_run=true`. The response shows what would change, and nothing is saved.",
];

/** The part of the reference that a buyer's engineer needs. */
export function ForBuyers({ reference, onHost }: { reference: OpenApi; onHost: OnHost }) {
  const operation = reference.paths[ROUTE]?.put;
  if (!operation) throw new Error(`there is no PUT ${ROUTE}`);
  const samples = operation["x-codeSamples"].map((sample) => ({ ...sample, source: onHost(sample.source) }));
  return (
    <div className="max-w-3xl space-y-8">
      <header>
        <h1 className="font-semibold text-28">For buyers</h1>
        <p className="mt-2 text-ink-muted">
          Report from your own system which calls became customers. All you need is one HTTP request per call.
        </p>
      </header>
      <CodeTabs what="Report a conversion" samples={samples} />
      <ol className="list-decimal space-y-2 pl-6 marker:text-ink-muted">
        {STEPS.map((step) => (
          <li key={step}>
            <Prose text={step} />
          </li>
        ))}
      </ol>
      <CodeBlock title="Response" code={ANSWER} />
      <section className="space-y-2">
        <h2 className="font-semibold text-20">If your system can only post to a fixed URL</h2>
        <Paragraphs
          texts={[
            "Ask the company for a webhook URL of your own. The URL contains its key, so you don't need a token. Post `converted` and, if agreed, `revenue`. Identify the call by `call_uuid`, or by `caller` and `call_started_at`. If you can't change your payload, the company can map its fields.",
          ]}
        />
        <p>
          <Link href="/docs/api/secure-token" className="text-accent underline underline-offset-2">
            All fields and responses
          </Link>
          {" · "}
          <Link href="/docs/api/buyer-webhooks" className="text-accent underline underline-offset-2">
            Buyer webhooks
          </Link>
        </p>
      </section>
    </div>
  );
}

const ANSWER = JSON.stringify(
  {
    status: 200,
    changed: true,
    call: { id: 1042, uuid: "0b8e7c1a-3f52-4c6d-9e81-2a4b6c8d0e1f", buyer_converted: true, revenue: "10.00" },
  },
  null,
  2,
);
