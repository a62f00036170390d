"use client";

import clsx from "clsx";
import type { ComponentProps } from "react";
import { controlClass } from "./control-class";
import { useFieldControl } from "./field-context";

export function TextArea({ className, ...props }: ComponentProps<"textarea">) {
  const wiring = useFieldControl(props);
  return (
    <textarea
      rows={3}
      autoComplete="off"
      {...props}
      {...wiring}
      className={clsx(controlClass, "h-auto! py-1.5", className)}
    />
  );
}
