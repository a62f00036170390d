import { X } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";

/** `what` completes “Remove …”. */
export function RemoveButton({ what, onClick }: { what: string; onClick: () => void }) {
  return (
    <IconButton label={`Remove ${what}`} onClick={onClick}>
      <X aria-hidden="true" className="size-3.5" />
    </IconButton>
  );
}
