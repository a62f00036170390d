import type { OpenApi } from "@/lib/platform/contract/open-api";
import { ObjectsList } from "./objects-list";
import { objectsOf } from "./objects-of";
import type { OnHost } from "./on-host";
import { OperationArticle } from "./operation-article";
import { groupOperations } from "./operation-groups";

type SectionPageProps = { section: string; about: string; reference: OpenApi; onHost: OnHost };

/** The routes of one section: a list of them, each in full, and the objects in their answers. */
export function SectionPage({ section, about, reference, onHost }: SectionPageProps) {
  const groups = groupOperations(reference, section);
  return (
    <div className="space-y-8">
      <header>
        <h1 className="font-semibold text-28">{section}</h1>
        <p className="mt-2 max-w-prose text-ink-muted">{about}</p>
        <ul aria-label="On this page" className="mt-4 space-y-1 text-13">
          {groups.map(({ operation, methods, path }) => (
            <li key={operation.operationId} className="wrap-anywhere">
              <a href={`#${operation.operationId}`} className="hover:text-accent">
                <span className="font-mono text-12">
                  {methods.join(" ")} {path}
                </span>{" "}
                <span className="text-ink-muted">{operation.summary}</span>
              </a>
            </li>
          ))}
        </ul>
      </header>
      {groups.map((group) => (
        <OperationArticle key={group.operation.operationId} group={group} reference={reference} onHost={onHost} />
      ))}
      <ObjectsList objects={objectsOf(groups, reference)} />
    </div>
  );
}
