import type { Category } from './category.ts';

/**
 * One line of the duty matrix (职责分工) as it was recorded: from a day on, this body answers for requests of this kind in
 * this area. `bodyId` null: from that day the area has no line of its own, and the wider area's holds.
 */
export type DutyLine = {
  readonly id: string;
  readonly category: Category;
  readonly areaCode: string;
  readonly bodyId: string | null;
  /** How long it may take, as its source says; the clocks of a matter are those of its procedure. */
  readonly limitWorkingDays: number | null;
  /** ISO date. */
  readonly fromOn: string;
  /** The paper, meeting or ruling that says so. */
  readonly source: string;
  readonly reason: string;
  /** The ruling that was written back. */
  readonly ruling: { readonly matterId: string; readonly seq: number } | null;
  readonly recordedAt: Date;
};
export type NewDutyLine = Omit<DutyLine, 'recordedAt'>;
