import { requireContext } from "@/lib/access/current-context";

/** A page behind the same gate and in the same frame as all others, with nothing on it. */
export default async function EmptyPage() {
  await requireContext("/bench-empty");
  return <h1>Empty</h1>;
}
