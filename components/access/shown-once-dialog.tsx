"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { Dialog } from "@/components/ui/dialog";

type Block = { readonly title: string; readonly code: string };
type ShownOnceDialogProps = { title: string; blocks: readonly Block[]; note?: string; onClose: () => void };

/** Secrets that nobody can see again. */
export function ShownOnceDialog({ title, blocks, note, onClose }: ShownOnceDialogProps) {
  const router = useRouter();
  const close = () => {
    router.refresh();
    onClose();
  };
  return (
    <Dialog
      open
      title={title}
      onClose={close}
      actions={
        <Button variant="primary" onClick={close}>
          Done, I’ve copied it
        </Button>
      }
    >
      <div className="space-y-3 pt-2 text-ink">
        <p>Copy it now. You can’t see it again.</p>
        {blocks.map(({ title: name, code }) => (
          <CodeBlock key={name} title={name} code={code} copies />
        ))}
        {note && <p className="text-12 text-ink-muted">{note}</p>}
      </div>
    </Dialog>
  );
}
