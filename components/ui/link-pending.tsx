"use client";

import clsx from "clsx";
import { useLinkStatus } from "next/link";
import { Spinner } from "./spinner";

/** A spinner inside a link while its page loads. It always takes its space, so that nothing moves. */
export function LinkPending({ className }: { className?: string }) {
  const { pending } = useLinkStatus();
  return (
    <span aria-hidden="true" className={clsx("transition-opacity delay-150", !pending && "opacity-0", className)}>
      {pending && <Spinner className="size-3" />}
    </span>
  );
}
