import { requireContext } from "@/lib/access/current-context";

/** An empty console page, the baseline of the benchmarks. */
export default async function EmptyPage() {
  await requireContext("/bench-empty");
  return <h1>Empty</h1>;
}
