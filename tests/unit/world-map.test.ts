import { describe, expect, it } from 'vitest'
import { centreOf } from '../../src/components/map/country-centres.ts'
import { groupsOf, zoomApart } from '../../src/components/map/groups.ts'
import { landPath, mapHeight, mapWidth, project } from '../../src/components/map/projection.ts'
import { bounded, maxZoom, placeIn, wholeWorld } from '../../src/components/map/view.ts'

const osaka = { key: 'o', name: 'Osaka', count: 2, latitude: 34.69, longitude: 135.5 }
const yokohama = { key: 'y', name: 'Yokohama', count: 1, latitude: 35.46, longitude: 139.64 }
const lyon = { key: 'l', name: 'Lyon', count: 1, latitude: 45.76, longitude: 4.83 }

describe('the drawing', () => {
  it('holds the land and every country’s middle', () => {
    expect(landPath.startsWith('M')).toBe(true)
    for (const code of ['JP', 'FR', 'US', 'BR', 'ES', 'AU', 'NO', 'AR']) {
      const centre = centreOf(code)
      if (!centre) throw new Error(`${code} has no middle`)
      const { x, y } = project(centre)
      expect(x > 0 && x < mapWidth && y > 0 && y < mapHeight, code).toBe(true)
    }
    expect(centreOf('ZZ')).toBeNull()
  })

  it('has the mainland of France, not the mean of its overseas parts', () => {
    expect(centreOf('FR')).toEqual({ latitude: 46.6, longitude: 2.5 })
  })
})

describe('marks', () => {
  it('stand for several places where they would cover each other, and fall apart when enlarged', () => {
    const groups = groupsOf([osaka, yokohama, lyon], 1)
    expect(groups.map(({ count }) => count).sort()).toEqual([1, 3])
    const japan = groups.find(({ count }) => count === 3)
    const scale = japan && zoomApart(japan)
    expect(scale && groupsOf([osaka, yokohama], scale)).toHaveLength(2)
  })

  it('at one point never fall apart', () => {
    const [group] = groupsOf([osaka, { ...osaka, key: 'o2' }], 1)
    expect(group && zoomApart(group)).toBeNull()
  })
})

describe('the view', () => {
  it('shows nothing beside the world, and is no smaller than it', () => {
    expect(bounded({ zoom: 0.2, x: 0, y: 0 })).toEqual(wholeWorld)
    expect(bounded({ zoom: 99, x: -50, y: -50 })).toEqual({
      zoom: maxZoom,
      x: mapWidth / maxZoom / 2,
      y: mapHeight / maxZoom / 2,
    })
  })

  it('has its middle in the middle', () => {
    expect(placeIn({ zoom: 4, x: 300, y: 200 }, { x: 300, y: 200 })).toEqual({ left: 0.5, top: 0.5 })
  })
})
