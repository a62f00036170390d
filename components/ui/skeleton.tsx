import clsx from "clsx";

/** The place of something that is on its way; give it the size of what will come. */
export function Skeleton({ className = "h-4 w-32" }: { className?: string }) {
  return <span aria-hidden="true" className={clsx("block animate-pulse rounded-sm bg-neutral-tint", className)} />;
}
