import { Loading } from "@/components/ui/loading";
import { Skeleton } from "@/components/ui/skeleton";

export default function LoadingCall() {
  return (
    <Loading label="Loading the call…">
      <Skeleton className="mb-4 h-4 w-24" />
      <Skeleton className="mb-2 h-6 w-80 max-w-full" />
      <Skeleton className="mb-10 h-4 w-full max-w-140" />
      <Skeleton className="mb-4 h-4 w-28" />
      <Skeleton className="mb-3 h-5 w-44" />
      <Skeleton className="mb-8 h-8 w-80 max-w-full" />
      <Skeleton className="mb-3 h-5 w-44" />
      <Skeleton className="mb-10 h-8 w-80 max-w-full" />
      <Skeleton className="mb-4 h-4 w-20" />
      <Skeleton className="h-24 w-full" />
    </Loading>
  );
}
