import { type ReactNode, useId } from "react";
import { anchorOf, type SectionId } from "./section-id";

type SettingsSectionProps = { section: SectionId; title: string; about?: ReactNode; children: ReactNode };

export function SettingsSection({ section, title, about, children }: SettingsSectionProps) {
  const id = useId();
  return (
    <section
      id={anchorOf(section)}
      aria-labelledby={id}
      className="grid scroll-mt-16 gap-x-10 gap-y-3 border-t py-6 first:border-t-0 lg:grid-cols-[15rem_minmax(0,1fr)]"
    >
      <div>
        <h2 id={id} className="font-semibold text-14">
          {title}
        </h2>
        {about && <div className="mt-1 max-w-prose text-13 text-ink-muted">{about}</div>}
      </div>
      <div className="min-w-0 space-y-3">{children}</div>
    </section>
  );
}
