// SPDX-License-Identifier: GPL-3.0-or-later
// node report.mjs PICTURES DIR...: each DIR/report.html as a reader sees it; see run beside this file.
import { execFileSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [pictures, ...folders] = process.argv.slice(2);
const views = [
    { name: 'desktop', width: 1100, colorScheme: 'light' },
    { name: 'phone', width: 390, colorScheme: 'light' },
    { name: 'dark', width: 1100, colorScheme: 'dark' },
];
let passed = 0, failed = 0;

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

// A mark at the first and the last line of every row: both have to come out on the same sheet.
async function cutRows(page, file) {
    const n = await page.evaluate(() => {
        let i = 0;
        for (const row of document.querySelectorAll('tbody tr')) {
            const cell = row.cells[row.cells.length - 1];
            const mark = word => Object.assign(document.createElement('div'), { textContent: word });
            cell.prepend(mark(`TOP${i}.`));
            cell.append(mark(`END${i}.`));
            i++;
        }
        return i;
    });
    await page.pdf({ path: file, preferCSSPageSize: true });
    const sheets = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 }).split('\f');
    const sheetOf = word => sheets.findIndex(sheet => sheet.includes(word));
    const cut = [];
    for (let i = 0; i < n; i++)
        if (sheetOf(`TOP${i}.`) < 0 || sheetOf(`TOP${i}.`) !== sheetOf(`END${i}.`)) cut.push(i);
    return { n, cut };
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
    await page.screenshot({ path: join(pictures, `${basename(folder)}-${view.name}.png`), fullPage: true });
    await page.close();
}

async function use(browser, folder) {
    const { page, complaints } = await open(browser, folder, views[0]);
    const where = basename(folder);
    await page.pdf({ path: join(pictures, `${where}.pdf`), preferCSSPageSize: true });
    expect(await sortsByValue(page), `${where}: a click on a head sorts by value`);
    expect(await copies(page), `${where}: a table can be copied`);
    const { n, cut } = await cutRows(page, join(pictures, `${where}-marked.pdf`));
    expect(n > 20 && cut.length === 0, `${where}: no row of a table is cut on paper: ${cut} of ${n}`);
    expect(await page.locator('section').count() >= 8, `${where}: the sections are there`);
    expect(complaints.length === 0, `${where}: nothing complains when it's used: ${complaints}`);
    await page.close();
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
for (const folder of folders) {
    for (const view of views) await look(browser, folder, view);
    await use(browser, folder);
}
const evil = await open(browser, folders[folders.length - 1], views[0]);
expect((await evil.page.title()).includes('<script>'), 'evil: a name is a name, not a script');
expect(await evil.page.locator('b').count() === 0, 'evil: a name is no markup');
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
