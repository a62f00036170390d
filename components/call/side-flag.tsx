import { Status } from "@/components/ui/status";

type SideFlagProps = { side: "buyer" | "TS"; converted: boolean | undefined; over?: boolean; className?: string };

export function SideFlag({ side, converted, over = false, className }: SideFlagProps) {
  if (converted === undefined) return null;
  return (
    <Status tone={over ? "caution" : converted ? "positive" : "neutral"} className={className}>
      {side}
      <span className="sr-only">{converted ? " converted" : " not converted"}</span>
      {over && <span className="sr-only">, over the cap</span>}
    </Status>
  );
}
