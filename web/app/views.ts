import {
  CalendarDays,
  ChartNoAxesGantt,
  ClipboardPaste,
  Columns2,
  FileOutput,
  OctagonPause,
  Rows3,
  Settings2,
  UsersRound,
  type LucideIcon,
} from 'lucide-react'
import type { View } from '../state/place.ts'

export const VIEW_ICONS: Readonly<Record<View, LucideIcon>> = {
  'incidents': OctagonPause,
  'timeline': ChartNoAxesGantt,
  'compare': Columns2,
  'year': CalendarDays,
  'accounts': UsersRound,
  'records': Rows3,
  'bring-in': ClipboardPaste,
  'hand-on': FileOutput,
  'settings': Settings2,
}
