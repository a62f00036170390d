import { Loading } from "@/components/ui/loading";
import { Skeleton } from "@/components/ui/skeleton";

const ROWS = Array.from({ length: 12 }, (_, row) => row);

export function LoadingCalls() {
  return (
    <Loading label="Loading calls…">
      {ROWS.map((row) => (
        <div key={row} className="flex h-row items-center gap-6 border-b">
          <Skeleton className="h-3.5 w-28" />
          <Skeleton className="h-3.5 w-36" />
          <Skeleton className="h-3.5 flex-1" />
          <Skeleton className="h-3.5 w-20" />
        </div>
      ))}
    </Loading>
  );
}
