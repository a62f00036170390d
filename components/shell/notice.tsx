import type { ReactNode } from "react";
import { Mark } from "./mark";

type NoticeProps = { title: string; children: ReactNode; actions?: ReactNode };

export function Notice({ title, children, actions }: NoticeProps) {
  return (
    <main className="mx-auto flex w-full max-w-120 flex-col px-4 pt-[16dvh] pb-12">
      <Mark className="size-9" />
      <h1 className="mt-5 text-balance font-semibold text-20">{title}</h1>
      <div className="mt-2 space-y-2 text-ink-muted">{children}</div>
      {actions && <div className="mt-6 flex flex-wrap items-center gap-2">{actions}</div>}
    </main>
  );
}
