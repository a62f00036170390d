import { z } from "zod";
import type { OpenApi } from "@/lib/platform/contract/open-api";
import { Chapter } from "./chapter";
import { Prose } from "./prose";

const Example = z.object({ status: z.number(), title: z.string(), code: z.string(), detail: z.string() });

const ABOUT =
  "Errors are problem documents (RFC 9457) with the media type application/problem+json. Their `type` links to this section. Branch on `code`; the wording of messages may change.";

export function ProblemsChapter({ reference }: { reference: OpenApi }) {
  return (
    <Chapter id="problems" title="Errors" about={ABOUT}>
      <dl className="max-w-4xl border-t">
        {problemsOf(reference).map(({ status, title, code, detail }) => (
          <div
            key={code}
            id={code}
            className="grid scroll-mt-16 gap-x-6 gap-y-0.5 border-b py-2.5 target:bg-accent-tint sm:grid-cols-[15rem_minmax(0,1fr)]"
          >
            <dt>
              <span className="font-medium">
                {status} {title}
              </span>
              <code className="block font-mono text-12 text-ink-muted">{code}</code>
            </dt>
            <dd className="max-w-prose">
              <Prose text={detail} />
            </dd>
          </div>
        ))}
      </dl>
    </Chapter>
  );
}

function problemsOf({ components }: OpenApi) {
  return Object.values(components.responses).flatMap(({ content }) =>
    Object.values(content?.["application/problem+json"]?.examples ?? {}).map(({ value }) => Example.parse(value)),
  );
}
