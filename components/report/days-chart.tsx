"use client";

import Link from "next/link";
import { type KeyboardEvent, useRef, useState } from "react";
import type { BillingDay } from "@/lib/report/contract";
import { type DayBar, dayBars, type Part } from "./day-bars";
import { dayFigures } from "./day-figures";
import { homeAddress } from "./home-address";

type DaysChartProps = { days: readonly BillingDay[]; from: string; currency: string };

const HEIGHT = 120;
const WIDTH = 12;
const FILL: Record<Part["what"], string> = { payout: "fill-neutral", margin: "fill-positive", loss: "fill-negative" };
const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowLeft: -1 };

/** The chart is one tab stop; arrow keys move between days. Days before `from` are pale. */
export function DaysChart({ days, from, currency }: DaysChartProps) {
  const { bars, lowest, highest } = dayBars(days);
  const [shown, setShown] = useState(days.length - 1);
  const group = useRef<SVGSVGElement>(null);
  const y = (value: number) => HEIGHT - ((value - lowest) / (highest - lowest)) * HEIGHT;
  const day = days[shown];

  function step(event: KeyboardEvent) {
    const by = STEPS[event.key];
    const next = by === undefined ? undefined : shown + by;
    if (next === undefined || next < 0 || next >= days.length) return;
    event.preventDefault();
    group.current?.querySelectorAll<SVGAElement>("a")[next]?.focus();
  }

  return (
    <figure>
      <figcaption className="mb-2 flex min-h-10 flex-wrap items-center gap-x-4 text-13" aria-hidden="true">
        {day && <span className="font-medium">{dayFigures(day, currency)}</span>}
      </figcaption>
      {/* biome-ignore lint/a11y/useSemanticElements: a chart cannot be a fieldset. */}
      <svg
        ref={group}
        role="group"
        aria-label="Revenue, payout and margin by day. Use the arrow keys to move between days."
        viewBox={`0 0 ${bars.length * WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-32 w-full overflow-visible"
        onKeyDown={step}
      >
        {bars.map((bar, index) => (
          <Link
            key={bar.day.day}
            href={homeAddress({ day: bar.day.day })}
            prefetch={false}
            aria-label={dayFigures(bar.day, currency)}
            tabIndex={index === shown ? 0 : -1}
            onPointerEnter={() => setShown(index)}
            onFocus={() => setShown(index)}
            className="group outline-none"
          >
            <Bar bar={bar} x={index * WIDTH} y={y} pale={bar.day.day < from} marked={index === shown} />
          </Link>
        ))}
        <line
          x1="0"
          x2={bars.length * WIDTH}
          y1={y(0)}
          y2={y(0)}
          className="stroke-line-strong"
          strokeWidth="1"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
    </figure>
  );
}

type BarProps = { bar: DayBar; x: number; y: (value: number) => number; pale: boolean; marked: boolean };

function Bar({ bar, x, y, pale, marked }: BarProps) {
  return (
    <>
      <rect
        x={x}
        y={0}
        width={WIDTH}
        height={HEIGHT}
        className={`${marked ? "fill-accent-tint" : "fill-transparent"} group-focus-visible:stroke-2 group-focus-visible:stroke-accent`}
        vectorEffect="non-scaling-stroke"
      />
      {bar.parts.map(({ what, from, to }) => (
        <rect
          key={`${what} ${from}`}
          x={x + 2}
          y={y(to)}
          width={WIDTH - 4}
          height={Math.max(0, y(from) - y(to))}
          className={FILL[what]}
          fillOpacity={pale ? 0.4 : 1}
        />
      ))}
    </>
  );
}
