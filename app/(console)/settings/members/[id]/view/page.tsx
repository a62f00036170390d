import { notFound, redirect } from "next/navigation";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { requireContext } from "@/lib/access/current-context";
import { parseId } from "@/lib/base/ids";
import { listCalls } from "@/lib/report/list-calls";

/** Leads to the newest call as this member sees it. */
export default async function ViewAs({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const memberId = parseId(id) ?? notFound();
  const ctx = await requireContext(`/settings/members/${memberId}/view`);
  const [newest] = (await listCalls(ctx, { per_page: 1 })).calls;
  if (newest) redirect(`/settings/members/${memberId}/view/${newest.id}`);
  return (
    <EmptyState
      title={<h1 className="font-semibold text-20">No calls yet</h1>}
      action={<TextLink href={`/settings/members/${memberId}`}>Back to their permissions</TextLink>}
    >
      <p>As soon as a call arrives, you can see it here as this member does.</p>
    </EmptyState>
  );
}
