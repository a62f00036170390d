import Link from "next/link";
import { CodeBlock } from "@/components/ui/code-block";
import type { OpenApi } from "@/lib/platform/contract/open-api";
import { CodeTabs } from "./code-tabs";
import type { OnHost } from "./on-host";
import { Paragraphs, Prose } from "./prose";

const ROUTE = "/secure/calls/{uuid}";

const STEPS = [
  "Keep the call's uuid, which comes with the call, and the secure token that you were given.",
  "When you know how the call went, send one PUT request, as above. A query string, a form and JSON are all understood.",
  "`buyer_converted=true` says that the call converted for you; `revenue` what you pay for it, where that was agreed to be yours to say. Without it the agreed price counts.",
  "To take a conversion back, send `buyer_converted=false`. To correct an amount, send it again.",
  "Send your own number of the sale as `event_id`, and a request that is repeated counts once.",
  "200 with `changed: true` means that it is saved; `changed: false` that it stood so already.",
  "200 with `held: true` means that a person will look at it. Do not send it again.",
  "401 means a wrong token, 404 that there is no call of yours with this uuid, 422 a value that cannot be read: `errors` names it.",
  "After 429, 503 or no answer at all, send the same request again after some seconds.",
  "To try it, add `dry_run=true`: the answer tells what would happen, and nothing is saved.",
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
          Tell from your own system which calls became customers. One request a call is all it takes.
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
        <h2 className="font-semibold text-20">Where your system posts by itself</h2>
        <Paragraphs
          texts={[
            "A system that can only post to an address it was given needs no token: ask for an address of your own. It takes the same words, and names the call by its uuid, or by the caller's number and about when the call started.",
          ]}
        />
        <p>
          <Link href="/docs/api/secure-token" className="text-accent underline underline-offset-2">
            Every field and answer
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
