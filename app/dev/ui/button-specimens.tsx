"use client";

import { Pencil } from "lucide-react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { IconButton } from "@/components/ui/icon-button";
import { FOCUSED, LONG, Specimen, Specimens } from "./specimen";

const VARIANTS = ["primary", "quiet", "danger", "plain"] as const;

export function ButtonSpecimens() {
  return (
    <Specimens title="Buttons">
      {VARIANTS.map((variant) => (
        <Specimen key={variant} state={`${variant}: default, small, focus, disabled, busy`}>
          <div className="flex flex-wrap items-center gap-3">
            <Button variant={variant}>Save changes</Button>
            <Button variant={variant} size="sm">
              Save
            </Button>
            <Button variant={variant} className={FOCUSED}>
              Save
            </Button>
            <Button variant={variant} disabled>
              Save
            </Button>
            <Button variant={variant} busy>
              Save
            </Button>
          </div>
        </Specimen>
      ))}
      <Specimen state="Icon button: default, focus, disabled">
        <div className="flex items-center gap-3">
          <IconButton label="Edit">
            <Pencil aria-hidden="true" className="size-4" />
          </IconButton>
          <IconButton label="Edit (focused)" className={FOCUSED}>
            <Pencil aria-hidden="true" className="size-4" />
          </IconButton>
          <IconButton label="Edit (disabled)" disabled>
            <Pencil aria-hidden="true" className="size-4" />
          </IconButton>
          <CopyButton text="callmark" what="name" />
        </div>
      </Specimen>
      <Specimen state="Long text">
        <Button variant="primary">{LONG}</Button>
      </Specimen>
    </Specimens>
  );
}
