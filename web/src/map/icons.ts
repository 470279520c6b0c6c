// The signs of the map, drawn here: kinds of shelters differ in shape, not in colour alone.
import type { Map as MapOf } from 'maplibre-gl';
import { ground, type Look, looks, PLAN_LINES, type Theme } from './colours';

const SCALE = 2;

type Draw = (pen: CanvasRenderingContext2D, size: number) => void;

function drawn(size: number, height: number, draw: Draw): ImageData | null {
  const canvas = document.createElement('canvas');
  canvas.width = size * SCALE;
  canvas.height = height * SCALE;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.scale(SCALE, SCALE);
  draw(pen, size);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

function house(pen: CanvasRenderingContext2D, x: number, y: number, size: number): void {
  const half = size / 2;
  pen.beginPath();
  pen.moveTo(x, y - half);
  pen.lineTo(x + half, y - 0.02 * size);
  pen.lineTo(x + half * 0.7, y - 0.02 * size);
  pen.lineTo(x + half * 0.7, y + half * 0.85);
  pen.lineTo(x - half * 0.7, y + half * 0.85);
  pen.lineTo(x - half * 0.7, y - 0.02 * size);
  pen.lineTo(x - half, y - 0.02 * size);
  pen.closePath();
  pen.fill();
}

type Outline = 'square' | 'disc' | 'diamond';

function shelterSign(outline: Outline, fill: string, edge: string, ink: string, isClosed: boolean): Draw {
  return (pen, size) => {
    const middle = size / 2;
    const reach = middle - 2;
    pen.beginPath();
    if (outline === 'disc') pen.arc(middle, middle, reach, 0, Math.PI * 2);
    if (outline === 'square') pen.roundRect(2.5, 2.5, size - 5, size - 5, 5);
    if (outline === 'diamond') {
      pen.moveTo(middle, 1.5);
      pen.lineTo(size - 1.5, middle);
      pen.lineTo(middle, size - 1.5);
      pen.lineTo(1.5, middle);
      pen.closePath();
    }
    pen.fillStyle = fill;
    pen.fill();
    pen.lineWidth = 2;
    pen.strokeStyle = edge;
    pen.stroke();
    pen.fillStyle = ink;
    house(pen, middle, middle, size * (outline === 'diamond' ? 0.4 : 0.5));
    if (isClosed) {
      pen.lineWidth = 3.5;
      pen.lineCap = 'round';
      pen.strokeStyle = edge;
      pen.beginPath();
      pen.moveTo(5, 5);
      pen.lineTo(size - 5, size - 5);
      pen.stroke();
    }
  };
}

function pin(letter: string, colour: string, ink: string): Draw {
  return (pen, size) => {
    const middle = size / 2;
    pen.beginPath();
    pen.arc(middle, middle, middle - 2, Math.PI * 0.8, Math.PI * 0.2);
    pen.lineTo(middle, size * 1.28);
    pen.closePath();
    pen.fillStyle = colour;
    pen.fill();
    pen.lineWidth = 2.2;
    pen.strokeStyle = ink;
    pen.stroke();
    pen.fillStyle = ink;
    pen.font = `600 ${size * 0.5}px "Noto Sans", sans-serif`;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(letter, middle, middle + 1);
  };
}

/** Something is wrong with the data here. */
function findingSign(colour: string, ink: string): Draw {
  return (pen, size) => {
    const middle = size / 2;
    pen.beginPath();
    pen.moveTo(middle, 2);
    pen.lineTo(size - 1.5, size - 2.5);
    pen.lineTo(1.5, size - 2.5);
    pen.closePath();
    pen.lineJoin = 'round';
    pen.lineWidth = 2.5;
    pen.strokeStyle = ink;
    pen.stroke();
    pen.fillStyle = colour;
    pen.fill();
    pen.fillStyle = ink;
    pen.fillRect(middle - 1.1, size * 0.4, 2.2, size * 0.25);
    pen.fillRect(middle - 1.1, size * 0.71, 2.2, 2.2);
  };
}

function startSign(colour: string, edge: string): Draw {
  return (pen, size) => {
    const middle = size / 2;
    pen.beginPath();
    pen.arc(middle, middle, middle - 1, 0, Math.PI * 2);
    pen.fillStyle = `${colour}33`;
    pen.fill();
    pen.beginPath();
    pen.arc(middle, middle, middle * 0.5, 0, Math.PI * 2);
    pen.fillStyle = colour;
    pen.fill();
    pen.lineWidth = 3;
    pen.strokeStyle = edge;
    pen.stroke();
  };
}

function doorstepSign(look: Look, edge: string): Draw {
  return (pen, size) => {
    const middle = size / 2;
    const reach = size * 0.28;
    pen.lineCap = 'round';
    pen.beginPath();
    if (look.shape === 'cross') {
      pen.moveTo(middle - reach, middle - reach);
      pen.lineTo(middle + reach, middle + reach);
      pen.moveTo(middle + reach, middle - reach);
      pen.lineTo(middle - reach, middle + reach);
      pen.lineWidth = 4.4;
      pen.strokeStyle = edge;
      pen.stroke();
    } else if (look.shape === 'ring') pen.arc(middle, middle, reach, 0, Math.PI * 2);
    else pen.rect(middle - reach, middle - reach, 2 * reach, 2 * reach);
    pen.fillStyle = look.shape === 'square' ? look.colour : edge;
    if (look.shape !== 'cross') pen.fill();
    pen.lineWidth = 2.2;
    pen.strokeStyle = look.shape === 'square' ? edge : look.colour;
    pen.stroke();
  };
}

/** The name of the sign of a shelter. */
export function shelterIcon(standing: string, isOffered: boolean, isClosed: boolean): string {
  return `shelter-${standing}${isOffered ? '' : '-off'}${isClosed ? '-closed' : ''}`;
}

/** Puts all signs into the map; again after every change of the theme. */
export function addIcons(map: MapOf, theme: Theme): void {
  const c = ground(theme);
  const put = (name: string, size: number, height: number, draw: Draw) => {
    const image = drawn(size, height, draw);
    if (image && !map.hasImage(name)) map.addImage(name, image, { pixelRatio: SCALE });
  };
  const outlines: [string, Outline][] = [
    ['official', 'square'],
    ['mapped', 'disc'],
    ['candidate', 'diamond'],
  ];
  for (const [standing, outline] of outlines) {
    const own = standing === 'candidate' ? c.candidate : c.shelter;
    for (const isOffered of [true, false]) {
      const colour = isOffered ? own : c.off;
      // What nobody has declared a shelter is hollow.
      const [fill, edge, ink] =
        standing === 'official' ? [colour, c.paper, c.paper] : [c.paper, colour, colour];
      for (const isClosed of [false, true]) {
        const [f, e, i] = isClosed ? [c.paper, c.forbidden, c.off] : [fill, edge, ink];
        put(shelterIcon(standing, isOffered, isClosed), 26, 26, shelterSign(outline, f, e, i, isClosed));
      }
    }
  }
  for (const [index, line] of PLAN_LINES.entries()) {
    const letter = String.fromCharCode(65 + index);
    put(`pin-${letter}`, 34, 46, pin(letter, line[theme], theme === 'light' ? '#ffffff' : '#15171a'));
  }
  put('finding', 20, 20, findingSign(c.finding, c.paper));
  put('start', 34, 34, startSign(c.start, c.paper));
  for (const [index, look] of looks(theme).entries()) {
    if (look.shape !== 'disc')
      put(`class-${index}`, 18, 18, doorstepSign(look, theme === 'light' ? '#ffffff' : '#15171a'));
  }
}
