// SPDX-License-Identifier: GPL-3.0-or-later
// node report.mjs PICTURES DIR...: each DIR/report.html as a reader sees it; see run beside this file.
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [pictures, ...folders] = process.argv.slice(2);
const views = [
    { name: 'desktop', width: 1100, colorScheme: 'light' },
    { name: 'phone', width: 360, colorScheme: 'light' },
    { name: 'dark', width: 1100, colorScheme: 'dark' },
    { name: 'dark phone', width: 360, colorScheme: 'dark' },
];
const order = ['recommendation', 'map', 'stations', 'service', 'cost', 'risks', 'contingency', 'morning', 'assumptions', 'method', 'figures'];
let passed = 0, failed = +process.env.INVALID;

function expect(holds, what) {
    if (holds) passed++;
    else {
        failed++;
        console.log(`FAILED: ${what}`);
    }
}

async function open(browser, folder, view) {
    const page = await browser.newPage({ viewport: { width: view.width, height: 900 }, colorScheme: view.colorScheme });
    const complaints = [], requests = [];
    page.on('console', message => complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(error.message));
    page.on('request', request => requests.push(request.url()));
    const address = pathToFileURL(join(folder, 'report.html')).href;
    await page.goto(address);
    await page.waitForTimeout(200);
    return { page, complaints, left: requests.filter(url => url !== address && !url.startsWith('data:')) };
}

// Every chart has a drawing of some size, a name for those who can't see it, and letters in it.
const charts = page => page.$$eval('figure', figures => figures.map(figure => {
    const svg = figure.querySelector('svg'), box = svg?.getBoundingClientRect();
    return { id: figure.id, drawn: !!svg && box.width > 200 && box.height > 100 && svg.querySelectorAll('text').length > 0,
             named: svg?.getAttribute('role') === 'img' && svg.getAttribute('aria-label')?.length > 5 };
}));

const repeatedIds = page => page.$$eval('[id]', all => {
    const ids = all.map(element => element.id);
    return ids.filter((id, i) => ids.indexOf(id) !== i);
});

// Pictures of the Markdown lie where it says.
function lost(folder) {
    const shown = [...readFileSync(join(folder, 'report.md'), 'utf8').matchAll(/^!\[.*\]\((.*)\)$/gm)].map(found => decodeURIComponent(found[1]));
    const isThere = path => { try { return statSync(join(folder, path)).size > 1000; } catch { return false; } };
    return { n: shown.length, lost: shown.filter(path => !isThere(path)) };
}

// Letters stand out from what is behind them, by the contrast that WCAG counts.
const contrast = page => page.evaluate(() => {
    const light = colour => colour.match(/[0-9.]+/g).slice(0, 3).map(c => c / 255)
        .map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    const behind = element => {
        for (; element; element = element.parentElement) {
            const colour = getComputedStyle(element).backgroundColor;
            if (!/, 0\)$/.test(colour)) return colour;
        }
        return 'rgb(255, 255, 255)';
    };
    let least = 21;
    for (const element of document.querySelectorAll('h1, h2, p, li, td, th, figcaption, .tile span, .tile strong, pre, a')) {
        const [a, b] = [light(getComputedStyle(element).color), light(behind(element))];
        least = Math.min(least, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
    }
    return { least, paper: light(behind(document.body)) };
});

// What is referred to within the page is there.
const dangling = page => page.$$eval('[href^="#"], use', all => all
    .map(element => element.getAttribute('href') ?? element.getAttribute('xlink:href'))
    .filter(to => to && !document.getElementById(to.slice(1))));

async function sortsByValue(page) {
    const table = page.locator('section#figures table.data').filter({ has: page.locator('th.n') }).first();
    const head = table.locator('thead th.n').first();
    const column = await head.evaluate(th => th.cellIndex);
    const values = () => table.evaluate((t, c) => Array.from(t.tBodies[0].rows, row => parseFloat(row.cells[c].textContent)), column);
    const before = await values();
    await head.locator('button').click();
    const down = await values();
    await head.locator('button').click();
    const up = await values();
    const sorted = [...before].sort((a, b) => a - b);
    return JSON.stringify(up) === JSON.stringify(sorted) && JSON.stringify(down) === JSON.stringify(sorted.reverse())
        && await head.getAttribute('aria-sort') === 'ascending';
}

// Copied text is cells between tabs, a line a row, without the button's own word.
async function copies(page) {
    await page.evaluate(() => document.addEventListener('copy', () => { window.copied = document.activeElement.value; }));
    const table = page.locator('section#figures table.data').first();
    await table.locator('.copy').click();
    const [text, rows, columns] = await table.evaluate(t => [window.copied, t.rows.length, t.rows[0].cells.length]);
    const lines = (text ?? '').split('\n');
    return lines.length === rows && lines.every(line => line.split('\t').length === columns);
}

// A mark at the first and the last line of every row: both have to come out on the same sheet, and the head of the table
// on every sheet that has a row of it (Chromium doesn't repeat a head with boxes of its own in it).
async function cutRows(page, file) {
    const n = await page.evaluate(() => {
        let i = 0;
        const tables = [...document.querySelectorAll('table')];
        tables.forEach((table, t) => (table.tHead.rows[0].cells[0].querySelector('button') ?? table.tHead.rows[0].cells[0]).append(`HEAD${t}.`));
        for (const row of document.querySelectorAll('tbody tr')) {
            const cell = row.cells[row.cells.length - 1];
            const mark = word => Object.assign(document.createElement('div'), { textContent: word });
            cell.prepend(mark(`TOP${i}.OF${tables.indexOf(row.closest('table'))}.`));
            cell.append(mark(`END${i}.`));
            i++;
        }
        return i;
    });
    await page.pdf({ path: file, preferCSSPageSize: true });
    const sheets = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 }).split('\f');
    const sheetOf = word => sheets.findIndex(sheet => sheet.includes(word));
    const blank = sheets.slice(0, -1).flatMap((sheet, i) => sheet.replace(/\d+ \/ \d+/, '').trim() ? [] : [i + 1]);
    const cut = [];
    for (let i = 0; i < n; i++)
        if (sheetOf(`TOP${i}.`) < 0 || sheetOf(`TOP${i}.`) !== sheetOf(`END${i}.`)) cut.push(i);
    const beheaded = sheets.flatMap((sheet, i) => [...new Set(sheet.match(/OF\d+\./g))].some(of => !sheet.includes(of.replace('OF', 'HEAD'))) ? [i + 1] : []);
    return { n, cut, blank, beheaded };
}

async function look(browser, folder, view) {
    const { page, complaints, left } = await open(browser, folder, view);
    const where = `${basename(folder)}, ${view.name}`, shown = await charts(page);
    expect(complaints.length === 0, `${where}: nothing complains: ${complaints}`);
    expect(left.length === 0, `${where}: no request leaves the page: ${left}`);
    expect(shown.length >= 6 && shown.every(chart => chart.drawn && chart.named), `${where}: every chart is there: ${JSON.stringify(shown)}`);
    expect((await repeatedIds(page)).length === 0, `${where}: ids are unique: ${await repeatedIds(page)}`);
    expect((await dangling(page)).length === 0, `${where}: references lead somewhere: ${await dangling(page)}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${where}: the page isn't wider than the window`);
    const { least, paper } = await contrast(page);
    expect(least >= 4.5, `${where}: letters can be read: contrast ${least}`);
    expect(view.colorScheme === 'dark' ? paper < 0.1 : paper > 0.9, `${where}: the page is ${view.colorScheme}: ${paper}`);
    await page.screenshot({ path: join(pictures, `${basename(folder)}-${view.name}.png`), fullPage: true });
    await page.close();
}

async function use(browser, folder) {
    const { page, complaints } = await open(browser, folder, views[0]);
    const where = basename(folder);
    await page.pdf({ path: join(pictures, `${where}.pdf`), preferCSSPageSize: true });
    expect(await sortsByValue(page), `${where}: a click on a head sorts by value`);
    expect(await copies(page), `${where}: a table can be copied`);
    const { n, cut, blank, beheaded } = await cutRows(page, join(pictures, `${where}-marked.pdf`));
    expect(n > 20 && cut.length === 0, `${where}: no row of a table is cut on paper: ${cut} of ${n}`);
    expect(beheaded.length === 0, `${where}: no table goes on without its head on paper: sheets ${beheaded}`);
    expect(blank.length === 0, `${where}: no sheet of paper is blank: ${blank}`);
    const ids = await page.$$eval('section', sections => sections.map(section => section.id));
    expect(order.filter(id => ids.includes(id)).join() === ids.join() && ids.length >= 10, `${where}: the sections are there, in order: ${ids}`);
    const markdown = lost(folder);
    expect(markdown.n >= 6 && markdown.lost.length === 0, `${where}: pictures of the Markdown are there: ${markdown.lost}`);
    expect(complaints.length === 0, `${where}: nothing complains when it's used: ${complaints}`);
    await page.close();
}

// Names that are attacks stay names: no element, no handler, no script comes of them.
async function resist(browser, folder) {
    const { page } = await open(browser, folder, views[0]);
    expect((await page.title()).includes('<script>'), 'evil: a name is a name, not a script');
    expect(await page.locator('b, i, u, img, svg svg, main script, [onclick], [onload], [onerror]').count() === 0, 'evil: a name is no markup');
    expect(await page.evaluate(() => typeof pwned) === 'undefined', 'evil: nothing of a name runs');
    expect((await page.locator('section#stations').innerText()).includes('<img src=x onerror=pwned=1>'), 'evil: a station is called what it is');
    await page.close();
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
for (const folder of folders) {
    for (const view of views) await look(browser, folder, view);
    await use(browser, folder);
}
await resist(browser, folders[folders.length - 1]);
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
