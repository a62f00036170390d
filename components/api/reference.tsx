import type { OpenApi } from "@/lib/api/reference/open-api-types";
import { AuthenticationChapter } from "./authentication-chapter";
import { Chapter } from "./chapter";
import { ConventionsChapter } from "./conventions-chapter";
import { ObjectsChapter } from "./objects-chapter";
import { OneLineChapter } from "./one-line-chapter";
import { OperationArticle } from "./operation-article";
import { groupOperations } from "./operation-groups";
import { ProblemsChapter } from "./problems-chapter";
import { ReferenceNav } from "./reference-nav";
import { WordsChapter } from "./words-chapter";

const EXAMPLE_HOST = "https://your-domain.com";

/** The reference for people, from the same document that machines read. `host` takes the place of the examples' own. */
export function Reference({ reference, host }: { reference: OpenApi; host: string }) {
  const onHost = (sample: string) => sample.replaceAll(EXAMPLE_HOST, host);
  return (
    <div className="grid gap-8 lg:grid-cols-[15rem_minmax(0,1fr)]">
      <div className="max-lg:hidden">
        <div className="sticky top-16 max-h-[calc(100dvh-5rem)] overflow-y-auto pb-4">
          <ReferenceNav reference={reference} />
        </div>
      </div>
      <div className="min-w-0 space-y-12">
        <header>
          <h1 className="font-semibold text-28">API reference</h1>
          <p className="mt-2 max-w-prose text-ink-muted">
            Mark calls as converted from your own systems, and read what came of it. The same as data:{" "}
            <a href="/api/v1/openapi.json" className="text-accent underline underline-offset-2">
              openapi.json
            </a>
          </p>
        </header>
        <details className="border-y py-2 lg:hidden">
          <summary className="font-medium">Contents</summary>
          <div className="mt-2">
            <ReferenceNav reference={reference} />
          </div>
        </details>
        <OneLineChapter reference={reference} onHost={onHost} />
        <AuthenticationChapter onHost={onHost} />
        <ConventionsChapter />
        {reference.tags.map(({ name, description }) => (
          <Chapter key={name} id={name.toLowerCase()} title={name} about={description}>
            <div className="space-y-10">
              {groupOperations(reference, name).map((group) => (
                <OperationArticle
                  key={group.operation.operationId}
                  group={group}
                  reference={reference}
                  onHost={onHost}
                />
              ))}
            </div>
          </Chapter>
        ))}
        <ObjectsChapter reference={reference} />
        <WordsChapter />
        <ProblemsChapter reference={reference} />
      </div>
    </div>
  );
}
