import Link from "next/link";
import { slugOf } from "@/lib/api/contract/sections";
import type { OpenApi } from "@/lib/platform/contract/open-api";
import { AuthenticationChapter } from "./authentication-chapter";
import { Chapter } from "./chapter";
import { ConventionsChapter } from "./conventions-chapter";
import type { OnHost } from "./on-host";
import { OneLineChapter } from "./one-line-chapter";
import { ProblemsChapter } from "./problems-chapter";
import { WordsChapter } from "./words-chapter";

/** The first page of the reference: one command that converts a call, and what applies to every route. */
export function Introduction({ reference, onHost }: { reference: OpenApi; onHost: OnHost }) {
  return (
    <div className="space-y-12">
      <header>
        <h1 className="font-semibold text-28">API reference</h1>
        <p className="mt-2 max-w-prose text-ink-muted">
          Mark calls as converted from your own systems, and read calls, billing, and statements. Also available as an
          OpenAPI document:{" "}
          <a href="/api/v1/openapi.json" className="text-accent underline underline-offset-2">
            openapi.json
          </a>
        </p>
      </header>
      <OneLineChapter reference={reference} onHost={onHost} />
      <Chapter id="sections" title="Sections">
        <dl className="max-w-4xl border-t">
          {reference.tags.map(({ name, description }) => (
            <div key={name} className="grid gap-x-6 border-b py-2 sm:grid-cols-[12rem_minmax(0,1fr)]">
              <dt>
                <Link
                  href={`/docs/api/${slugOf(name)}`}
                  prefetch={false}
                  className="text-accent underline underline-offset-2"
                >
                  {name}
                </Link>
              </dt>
              <dd className="text-ink-muted">{description}</dd>
            </div>
          ))}
        </dl>
      </Chapter>
      <AuthenticationChapter onHost={onHost} />
      <ConventionsChapter />
      <WordsChapter />
      <ProblemsChapter reference={reference} />
    </div>
  );
}
