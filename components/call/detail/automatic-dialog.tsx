import { ConfirmDialog } from "@/components/ui/confirm-dialog";

type AutomaticDialogProps = {
  open: boolean;
  side: "buyer" | "offer";
  busy: boolean;
  onConfirm: () => void;
  onCancel: () => void;
};

const WORDS = {
  buyer: { flag: "Buyer Converted?", undone: "the buyer’s charge is then taken back on the next rollup" },
  offer: { flag: "TS Converted?", undone: "the traffic source’s payout is then taken back on the next rollup" },
};

export function AutomaticDialog({ side, ...dialog }: AutomaticDialogProps) {
  const { flag, undone } = WORDS[side];
  return (
    <ConfirmDialog {...dialog} title={`Return “${flag}” to automatic?`} confirmLabel="Return to automatic">
      <p>
        What people and outside systems said about this side no longer counts, nor does an amount they stated, nor the
        lock. The automatic mechanisms decide as if nobody had spoken.
      </p>
      <p>The side may stop being converted; {undone}. The history keeps everything.</p>
    </ConfirmDialog>
  );
}
