import clsx from "clsx";

/** Give it the size of the loaded content. */
export function Skeleton({ className = "h-4 w-32" }: { className?: string }) {
  return <span aria-hidden="true" className={clsx("block animate-pulse rounded-sm bg-neutral-tint", className)} />;
}
