import type { ReactElement } from 'react';
import type { ClockView } from '../contract/views.ts';

type Standing = ClockView['standing'];

const circle = <circle cx="6" cy="6" r="5" />;
const check = <path d="M1.5 6.5 4.5 9.5 10.5 2.5" fill="none" stroke="currentColor" strokeWidth="2" />;

const shapes: Readonly<Record<Standing, ReactElement>> = {
  inTime: circle,
  near: (
    <>
      <circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1a5 5 0 0 0 0 10z" />
    </>
  ),
  missed: <path d="M6 0 12 6 6 12 0 6z" />,
  paused: <path d="M2 1h3v10H2zM7 1h3v10H7z" />,
  met: check,
  metLate: check,
  dropped: <path d="M1 5h10v2H1z" />,
};

/** The shape that goes with a clock's word and colour; drawn, so that no font has to have it. */
export const ClockShape = ({ standing }: { standing: Standing }) => (
  <svg className="clock-shape" viewBox="0 0 12 12" aria-hidden="true" fill="currentColor">
    {shapes[standing]}
  </svg>
);
