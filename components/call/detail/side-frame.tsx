import type { ReactNode } from "react";

type SideFrameProps = { legend: string; flag: ReactNode; amount: ReactNode; children: ReactNode };

export function SideFrame({ legend, flag, amount, children }: SideFrameProps) {
  return (
    <fieldset className="flex flex-wrap items-start gap-x-8 gap-y-3">
      <legend className="sr-only">{legend}</legend>
      <div className="min-w-60 flex-1 sm:max-w-92">
        {flag}
        <div className="mt-2 space-y-2 pl-6">{children}</div>
      </div>
      <div className="max-sm:pl-6">{amount}</div>
    </fieldset>
  );
}
