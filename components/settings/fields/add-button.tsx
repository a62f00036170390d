import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

export function AddButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Button variant="plain" size="sm" className="-ml-2" onClick={onClick}>
      <Plus aria-hidden="true" className="size-3.5" /> {children}
    </Button>
  );
}
