import { Status } from "@/components/ui/status";
import type { Member } from "@/lib/access/contract/member";

export function MemberState({ state }: Pick<Member, "state">) {
  if (state === "invited") return <Status tone="caution">invited</Status>;
  return state === "active" ? <Status tone="positive">active</Status> : <Status tone="neutral">disabled</Status>;
}
