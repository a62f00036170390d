import { ConfirmDialog } from "@/components/ui/confirm-dialog";

type AutomaticDialogProps = {
  open: boolean;
  side: "buyer" | "offer";
  busy: boolean;
  onConfirm: () => void;
  onCancel: () => void;
};

const WORDS = {
  buyer: { flag: "Buyer Converted?", undone: "the next rollup then credits the buyer’s charge" },
  offer: { flag: "TS Converted?", undone: "the next rollup then claws back the traffic source’s payout" },
};

export function AutomaticDialog({ side, ...dialog }: AutomaticDialogProps) {
  const { flag, undone } = WORDS[side];
  return (
    <ConfirmDialog {...dialog} title={`Return “${flag}” to automatic?`} confirmLabel="Return to automatic">
      <p>
        This withdraws manual and external updates to this side, including their amount and any lock. The automatic
        mechanisms decide again.
      </p>
      <p>The side may no longer be converted; {undone}. The history keeps every change.</p>
    </ConfirmDialog>
  );
}
