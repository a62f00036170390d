"use client";

import type { ReactNode } from "react";
import { Button } from "./button";
import { CodeBlock } from "./code-block";
import { Dialog } from "./dialog";

type Block = { readonly title: string; readonly code: string };
type ShownOnceDialogProps = { title: string; blocks: readonly Block[]; note?: ReactNode; onClose: () => void };

/** Secrets that nobody can see again. Only its button closes it: a stray Escape would lose them. */
export function ShownOnceDialog({ title, blocks, note, onClose }: ShownOnceDialogProps) {
  return (
    <Dialog
      open
      title={title}
      actions={
        <Button variant="primary" onClick={onClose}>
          Done, I’ve copied it
        </Button>
      }
    >
      <div className="space-y-3 pt-2 text-ink">
        <p>Copy what you need now. You can’t see it again.</p>
        {blocks.map(({ title: name, code }) => (
          <CodeBlock key={name} title={name} code={code} copies />
        ))}
        {note && <p className="text-12 text-ink-muted">{note}</p>}
      </div>
    </Dialog>
  );
}
