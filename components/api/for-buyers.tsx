import Link from "next/link";
import { CodeBlock } from "@/components/ui/code-block";
import type { OpenApi } from "@/lib/platform/contract/open-api";
import { CodeTabs } from "./code-tabs";
import type { OnHost } from "./on-host";
import { Paragraphs, Prose } from "./prose";

const ROUTE = "/secure/calls/{uuid}";

const STEPS = [
  "Keep the UUID that comes with the call, and the secure token you were given.",
  "When you know the outcome, send one PUT request as above. A query string, a form body and JSON all work.",
  "`buyer_converted=true` marks the call as converted. `revenue` is what you pay for it, if you agreed to report amounts; leave it out to use the agreed price.",
  "To reverse a conversion, send `buyer_converted=false`. To correct an amount, send the request again with the new amount.",
  "Send an `event_id` of your own with each update: a retry with the same ID counts once.",
  "200 with `changed: true` means the update was saved; `changed: false` means nothing had to change.",
  "200 with `held: true` means a person will review the update. Don't send it again.",
  "401 means the token is wrong; 404, that no call of yours has this UUID; 422, that a value is invalid: `errors` names it.",
  "After 429, 503 or no answer at all, retry the same request after a few seconds.",
  "To test, add `dry_run=true`: the answer shows what would happen, and nothing is saved.",
];

/** What a buyer's engineer needs, and nothing else. */
export function ForBuyers({ reference, onHost }: { reference: OpenApi; onHost: OnHost }) {
  const operation = reference.paths[ROUTE]?.put;
  if (!operation) throw new Error(`there is no PUT ${ROUTE}`);
  const samples = operation["x-codeSamples"].map((sample) => ({ ...sample, source: onHost(sample.source) }));
  return (
    <div className="max-w-3xl space-y-8">
      <header>
        <h1 className="font-semibold text-28">For buyers</h1>
        <p className="mt-2 text-ink-muted">
          Report which calls converted, from your own system, with one request per call.
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
      <CodeBlock title="Answer" code={ANSWER} />
      <section className="space-y-2">
        <h2 className="font-semibold text-20">If your system can only post to a fixed URL</h2>
        <Paragraphs
          texts={[
            "Such a system needs no token: ask for a webhook URL of your own. It accepts the same fields, and finds the call by its UUID, or by the caller's number and the approximate start time.",
          ]}
        />
        <p>
          <Link href="/docs/api/secure-token" className="text-accent underline underline-offset-2">
            All fields and answers
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
