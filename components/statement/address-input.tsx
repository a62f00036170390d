"use client";

import clsx from "clsx";
import type { ComponentProps } from "react";
import { controlClass } from "@/components/ui/control-class";
import { useFieldControl } from "@/components/ui/field-context";

export function AddressInput(props: ComponentProps<"textarea">) {
  const wiring = useFieldControl(props);
  return (
    <textarea rows={3} autoComplete="off" {...props} {...wiring} className={clsx(controlClass, "h-auto! py-1.5")} />
  );
}
