import type { ReactNode } from "react";

type ChapterProps = { id: string; title: string; about?: string; children: ReactNode };

export function Chapter({ id, title, about, children }: ChapterProps) {
  return (
    <section aria-labelledby={id} className="space-y-4">
      <div>
        <h2 id={id} className="scroll-mt-16 font-semibold text-20">
          {title}
        </h2>
        {about && <p className="mt-1 max-w-prose text-ink-muted">{about}</p>}
      </div>
      {children}
    </section>
  );
}
