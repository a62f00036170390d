"use client";

import { type DragEvent, useState } from "react";

export type RuleDrag = {
  readonly handle: (position: number) => {
    draggable: true;
    onDragStart: (event: DragEvent) => void;
    onDragEnd: () => void;
  };
  readonly target: (position: number) => { onDragOver: (event: DragEvent) => void; onDrop: (event: DragEvent) => void };
  /** True where the dragged rule would be dropped. */
  readonly marks: (position: number) => boolean;
};

export function useRuleDrag(onMove: (from: number, to: number) => void): RuleDrag {
  const [from, setFrom] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);

  function end() {
    setFrom(null);
    setOver(null);
  }

  return {
    handle: (position) => ({
      draggable: true,
      onDragStart: (event) => {
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", String(position));
        const row = event.currentTarget.closest("li");
        if (row) event.dataTransfer.setDragImage(row, 0, 0);
        setFrom(position);
      },
      onDragEnd: end,
    }),
    target: (position) => ({
      onDragOver: (event) => {
        if (from === null) return;
        event.preventDefault();
        setOver(position);
      },
      onDrop: (event) => {
        if (from === null) return;
        event.preventDefault();
        onMove(from, position);
        end();
      },
    }),
    marks: (position) => from !== null && over === position && from !== position,
  };
}
