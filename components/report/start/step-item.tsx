import clsx from "clsx";
import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { TextLink } from "@/components/ui/text-link";
import type { StepLink } from "./step-links";

type StepItemProps = {
  number: number;
  state: "done" | "next" | "later";
  title: string;
  about: string;
  links: readonly StepLink[];
  children?: ReactNode;
};

/** One step: done with links to what was made, next with its buttons, or later with quiet ones. */
export function StepItem({ number, state, title, about, links, children }: StepItemProps) {
  const isDone = state === "done";
  return (
    <li
      aria-current={state === "next" ? "step" : undefined}
      className={clsx("flex gap-3 rounded-md px-3 py-3", state === "next" && "bg-accent-tint")}
    >
      <span
        aria-hidden="true"
        className={clsx(
          "mt-0.5 grid size-6 shrink-0 place-items-center rounded-full font-medium text-12 tabular-nums",
          isDone ? "bg-positive-tint text-positive" : "border border-line-strong text-ink-muted",
          state === "next" && "border-accent text-accent",
        )}
      >
        {isDone ? <Check strokeWidth={2.5} className="size-3.5" /> : number}
      </span>
      <div className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 max-w-prose">
          <h2 className={clsx("text-14", isDone ? "text-ink-muted" : "font-medium")}>
            {title}
            {isDone && <span className="sr-only"> (done)</span>}
          </h2>
          {!isDone && <p className="text-13 text-ink-muted">{about}</p>}
        </div>
        <div className="flex flex-wrap items-center gap-2 text-13">
          {links.map(({ href, label }) =>
            isDone ? (
              <TextLink key={href} href={href} prefetch={false}>
                {label}
              </TextLink>
            ) : (
              <Link
                key={href}
                href={href}
                prefetch={false}
                className={buttonClass({ variant: state === "next" ? "primary" : "quiet" })}
              >
                {label}
              </Link>
            ),
          )}
          {children}
        </div>
      </div>
    </li>
  );
}
