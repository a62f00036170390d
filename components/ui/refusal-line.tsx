import { CircleAlert } from "lucide-react";

export function RefusalLine({ refusal, isEdited }: { refusal: string; isEdited: boolean }) {
  return (
    <p className="flex gap-1.5 font-medium text-negative">
      <CircleAlert aria-hidden="true" className="mt-0.75 size-3.5 shrink-0" />
      <span>
        {refusal} {isEdited && "Your edits are still here."}
      </span>
    </p>
  );
}
