import { createFeed, downloadCalendar, listFeeds, revokeFeed } from '../../contract/calendars.ts'
import { route } from '../route.ts'
import { calendarFile, closeFeed, listAllFeeds, makeFeed } from './feeds.ts'

export const calendarRoutes = [
  route(listFeeds, listAllFeeds),
  route(createFeed, makeFeed),
  route(revokeFeed, closeFeed),
  route(downloadCalendar, calendarFile),
]
