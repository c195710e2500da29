'use strict';
// Rows, orders and lines come from NetDsl; here the rows of what is open are put below each other, as in Placement.cs.
(() => {
    const net = JSON.parse(document.getElementById('net').textContent);
    const nodes = net.nodes;
    const open = new Set(net.open);
    const $ = id => document.getElementById(id);
    const svg = $('picture'), world = $('world'), panel = $('panel'), hover = $('hover'), search = $('search'), hits = $('hits');
    const NODE = 0, ENTRY = 1, EXIT = 2;
    const HEADER = 24, PADDING = 14, ROW_GAP = 26, ITEM_GAP = 16, LINE_GAP = 9, ENTRY_GAP = 12, PASSES = 9, NODE_WEIGHT = 8, MIDDLE_WEIGHT = 2, TIP = 8, BACK = 12, BACK_GAP = 6;
    const children = nodes.map(() => []), reads = nodes.map(() => []), readBy = nodes.map(() => []);
    const elements = new Map(), spots = new Map();
    const readable = 0.35;
    let view = { x: 0, y: 0, k: 1 }, chosen = 0, found = [], at = 0;

    for (const node of nodes) if (node.parent !== null) children[node.parent].push(node.id);
    for (const [from, to] of net.edges) { reads[to].push(from); readBy[from].push(to); }
    for (const [id, box] of Object.entries(net.boxes)) prepare(box, +id);

    function prepare(box, id) {
        box.id = id;
        box.items = box.rows.flat().map(([type, of]) => ({ type, of, x: 0, y: 0, w: 0, h: 0, up: [], down: [] }));
        let next = 0;
        box.rows = box.rows.map(row => row.map(() => box.items[next++]));
        box.gates = new Map(box.items.filter(i => i.type === ENTRY || i.type === EXIT).map(i => [i.type + ':' + i.of, i]));
        box.links = box.links.map(([from, to, source, kind, back]) => ({ from: box.items[from], to: box.items[to], source, kind, back }));
        box.backs = box.links.filter(link => link.back);
        for (const link of box.links) if (!link.back) { link.from.down.push(link); link.to.up.push(link); }
    }

    const holds = id => children[id].length > 0;
    const isOpen = id => holds(id) && open.has(id);
    const cut = text => text.length <= 38 ? text : text.slice(0, 37) + '…';
    const short = n => {
        const units = ['', 'k', 'M', 'G', 'T'];
        let unit = 0;
        while (n >= 1000 && unit < 4) { n /= 1000; unit++; }
        return (unit === 0 ? String(n) : n < 10 ? String(+n.toFixed(2)) : n < 100 ? String(+n.toFixed(1)) : n.toFixed(0)) + units[unit];
    };
    const layers = n => n + (n === 1 ? ' layer' : ' layers');
    const summary = node => layers(node.layers) + (node.parameters ? ', ' + short(node.parameters) + ' parameters' : '');
    const subtitle = node => holds(node.id) ? summary(node) : [node.class, node.dims].filter(Boolean).join('  ');

    // ---- where everything is

    function size(id) {
        if (isOpen(id)) return place(net.boxes[id]);
        const node = nodes[id];
        const width = Math.max(cut(node.name).length * 7, cut(subtitle(node)).length * 5.9) + 26 + (holds(id) ? 18 : 0);
        return [Math.max(60, width), 40];
    }

    function place(box) {
        let top = box.id === 0 ? 0 : HEADER;
        for (const item of box.items) [item.w, item.h] = item.type === NODE ? size(item.of) : [0, 0];
        for (const row of box.rows) {
            const height = Math.max(0, ...row.map(i => i.h));
            const border = box.id !== 0 && row === box.rows[0] && row[0].type === ENTRY;
            let x = -row.reduce((sum, i) => sum + i.w + ITEM_GAP, -ITEM_GAP) / 2;
            for (const item of row) {
                if (item.type !== NODE) item.h = height;
                item.x = x; item.y = border ? 0 : top + (height - item.h) / 2;
                item.top = border ? 0 : top; item.bottom = item.top + height;
                x += item.w + ITEM_GAP;
            }
            top += border ? ENTRY_GAP : height + ROW_GAP;
        }
        for (let pass = 0; pass < PASSES; pass++) {
            const down = pass % 2 === 0;
            for (const row of down ? box.rows : [...box.rows].reverse())
                align(row, item => (down ? item.up : item.down).map(l => down ? [meet(l.from, l.source, EXIT), weight(l.from)] : [meet(l.to, l.source, ENTRY), weight(l.to)]));
        }
        const left = Math.min(...box.items.map(i => i.x));
        const width = Math.max(...box.items.map(i => i.x + i.w)) - left;
        const title = box.id === 0 ? 0 : cut(nodes[box.id].name).length * 7 + 60;
        const extra = Math.max(0, title - width) / 2;
        for (const item of box.items) item.x += PADDING + extra - left;
        const ends = box.rows[box.rows.length - 1].every(i => i.type !== NODE);
        const side = box.backs.length ? BACK + BACK_GAP * box.backs.length : 0;
        return [width + side + 2 * (PADDING + extra), top - ROW_GAP + (ends ? 0 : PADDING)];
    }

    function meet(item, source, gate) {
        const exact = item.type === NODE && isOpen(item.of) && net.boxes[item.of].gates.get(gate + ':' + source);
        return exact ? item.x + exact.x : item.x + item.w / 2;
    }

    const weight = item => item.type === NODE ? NODE_WEIGHT : 1;

    // Least squares under the order of the row: neighbours that want to pass each other move as one.
    function align(row, linked) {
        const blocks = [], offsets = [];
        row.forEach((item, index) => {
            const before = row[index - 1];
            offsets[index] = index === 0 ? 0 : offsets[index - 1] + before.w / 2 + item.w / 2
                + (before.type !== NODE && item.type !== NODE ? LINE_GAP : ITEM_GAP);
            const wants = linked(item);
            // What is alone in its row stays near the middle: a long chain of boxes would wander off.
            if (row.length === 1 && wants.length) wants.push([0, MIDDLE_WEIGHT]);
            const all = wants.reduce((sum, want) => sum + want[1], 0);
            const wanted = all ? wants.reduce((sum, want) => sum + want[0] * want[1], 0) / all : item.x + item.w / 2;
            blocks.push({ sum: (wanted - offsets[index]) * weight(item), count: weight(item), end: index });
            for (let n = blocks.length; n > 1 && blocks[n - 2].sum / blocks[n - 2].count > blocks[n - 1].sum / blocks[n - 1].count; n--) {
                const right = blocks.pop(), left = blocks[n - 2];
                left.sum += right.sum; left.count += right.count; left.end = right.end;
            }
        });
        let index = 0;
        for (const block of blocks)
            for (; index <= block.end; index++) row[index].x = block.sum / block.count + offsets[index] - row[index].w / 2;
    }

    // ---- drawing

    function make(name, attributes, parent, text) {
        const element = document.createElementNS('http://www.w3.org/2000/svg', name);
        for (const key in attributes) element.setAttribute(key, attributes[key]);
        if (text !== undefined) element.textContent = text;
        parent.appendChild(element);
        return element;
    }

    function draw() {
        world.textContent = '';
        elements.clear(); spots.clear();
        place(net.boxes[0]);
        drawInside(net.boxes[0], world, 0, 0);
        mark();
    }

    function drawInside(box, parent, x, y) {
        const lines = make('g', {}, parent);
        for (const link of box.links) drawLine(box, link, lines);
        for (const item of box.items)
            if (item.type === 3 && item.h > 0) line(lines, `M${item.x} ${item.y}v${item.h}`, 'line', item.up[0], false);
        for (const item of box.items) if (item.type === NODE) drawNode(item, parent, x, y);
    }

    function line(parent, path, kind, link, tip) {
        const made = make('path', { class: kind, d: path }, parent);
        if (tip) made.setAttribute('marker-end', 'url(#tip)');
        if (link) made.dataset.source = link.source;
        return made;
    }

    // A line back passes beside all that is between its ends.
    function back(box, link) {
        const { from, to } = link, x1 = from.x + from.w, x2 = to.x + to.w;
        const itself = from === to ? 9 : 0, y1 = from.y + from.h / 2 + itself, y2 = to.y + to.h / 2 - itself;
        const [low, high] = y1 < y2 ? [y1, y2] : [y2, y1];
        const between = box.items.filter(i => i.type === NODE && i.y < high && i.y + i.h > low).map(i => i.x + i.w);
        const side = Math.max(x1, x2, ...between) + BACK + BACK_GAP * box.backs.indexOf(link);
        const turn = Math.min(14, (high - low) / 2) * (y1 < y2 ? 1 : -1);
        return `M${x1} ${y1}C${side} ${y1} ${side} ${y1} ${side} ${y1 + turn}V${y2 - turn}C${side} ${y2} ${side} ${y2} ${x2} ${y2}`;
    }

    function drawLine(box, link, parent) {
        const { from, to } = link;
        if (link.back) {
            line(parent, back(box, link), link.kind === 1 ? 'line previous' : 'line', link, true);
            return;
        }
        const x1 = meet(from, link.source, EXIT), x2 = meet(to, link.source, ENTRY), y1 = from.y + from.h, y2 = to.y;
        // Straight as far as the row goes, so that nothing is passed behind.
        const end = to.top - TIP, half = (end - from.bottom) / 2;
        const path = Math.abs(x1 - x2) < 0.5 ? `M${x1} ${y1}V${y2}`
            : `M${x1} ${y1}V${from.bottom}C${x1} ${from.bottom + half} ${x2} ${end - half} ${x2} ${end}V${y2}`;
        line(parent, path, link.kind === 2 ? 'line other' : 'line', link, to.type === NODE && !isOpen(to.of));
    }

    function drawNode(item, parent, x, y) {
        const id = item.of, node = nodes[id], shown = isOpen(id);
        const kind = (shown ? 'box ' : 'node ') + node.family + (node.dead ? ' dead' : '') + (node.change ? ' changed ' + node.change.replaceAll(',', '') : '');
        const group = make('g', {
            class: kind, transform: `translate(${item.x} ${item.y})`, tabindex: -1, role: 'button', 'data-id': id,
            'aria-label': `${node.name}, ${subtitle(node)}${node.dead ? ', never built' : ''}${node.change ? ', ' + node.change : ''}`,
        }, parent);
        if (holds(id)) group.setAttribute('aria-expanded', shown);
        make('rect', { class: 'shape', width: item.w, height: item.h, rx: shown ? 9 : 7 }, group);
        elements.set(id, group);
        spots.set(id, { x: x + item.x, y: y + item.y, w: item.w, h: item.h });
        if (shown) make('text', { class: 'title', x: 30, y: 16 }, group, cut(node.name) + ({ loop: '  ↻', cond: '  ⎇' }[node.kind] || ''));
        else {
            make('rect', { class: 'strip', x: 6, y: 7, width: 4, height: 26, rx: 2 }, group);
            make('text', { class: 'name', x: 16, y: 17 }, group, cut(node.name));
            make('text', { class: 'sub', x: 16, y: 31 }, group, cut(subtitle(node)));
        }
        if (holds(id)) {
            const cx = shown ? 16 : item.w - 15, cy = shown ? 12 : 20;
            make('circle', { class: 'toggle', cx, cy, r: 8, 'data-toggle': id }, group);
            make('text', { class: 'sign', x: cx, y: cy + 4 }, group, shown ? '−' : '+');
            if (!shown && node.changes) {
                make('circle', { class: 'badge', cx: item.w - 2, cy: 2, r: 8 }, group);
                make('text', { class: 'count', x: item.w - 2, y: 5.5 }, group, node.changes);
            }
        }
        if (shown) drawInside(net.boxes[id], group, x + item.x, y + item.y);
    }

    function show(x, y, k) {
        view = { x, y, k: Math.min(3, Math.max(0.03, k)) };
        world.setAttribute('transform', `translate(${view.x} ${view.y}) scale(${view.k})`);
    }

    function fit(wide) {
        const box = world.getBBox(), area = svg.getBoundingClientRect();
        if (!box.width) return;
        const all = Math.min(area.width / (box.width + 48), area.height / (box.height + 48), 1.2);
        // What is long is read from its beginning, and never so small that nothing can be read.
        const k = Math.max(all, readable, wide ? Math.min(1, area.width / (box.width + 48)) : 0);
        show(along(box.x, box.width, area.width, k), along(box.y, box.height, area.height, k), k);
        const spot = chosen === 0 || wide ? undefined : spots.get(shownOf(chosen));
        if (k > all && spot) show(area.width / 2 - (spot.x + spot.w / 2) * k, area.height / 2 - spot.y * k, k);
    }

    // In the middle if there is room, else from the beginning.
    const along = (begin, size, room, k) => (size * k + 48 > room ? 24 : (room - size * k) / 2) - begin * k;

    function zoom(factor, x, y) {
        const k = Math.min(3, Math.max(0.03, view.k * factor));
        show(x - (x - view.x) * k / view.k, y - (y - view.y) * k / view.k, k);
    }

    function reveal(id) {
        const spot = spots.get(id), area = svg.getBoundingClientRect();
        if (!spot) return;
        const k = Math.max(view.k, 0.55);
        const x = (spot.x + spot.w / 2) * k, y = (spot.y + Math.min(spot.h, 200) / 2) * k;
        const seen = spot.x * k + view.x > 20 && (spot.x + spot.w) * k + view.x < area.width - 20
            && spot.y * k + view.y > 20 && (spot.y + 40) * k + view.y < area.height - 20;
        if (!seen || k !== view.k) show(area.width / 2 - x, area.height / 2 - y, k);
    }

    // ---- choosing and folding

    const shownOf = id => {
        let seen = id;
        for (let outer = nodes[id].parent; outer !== null; outer = nodes[outer].parent) if (!isOpen(outer)) seen = outer;
        return seen;
    };

    function mark() {
        for (const [id, element] of elements) {
            element.classList.toggle('chosen', id === chosen);
            element.classList.toggle('hit', found.includes(id));
            element.setAttribute('tabindex', id === shownOf(chosen) || (chosen === 0 && id === nodes[1]?.id) ? 0 : -1);
        }
        for (const path of world.querySelectorAll('path.line')) path.classList.toggle('near', +path.dataset.source === chosen && chosen !== 0);
    }

    function choose(id, focus) {
        chosen = id;
        describe(id);
        mark();
        if (focus) elements.get(id)?.focus({ preventScroll: true });
    }

    function toggle(id) {
        if (!holds(id) || id === 0) return;
        const before = spots.get(id);
        if (open.has(id)) open.delete(id); else open.add(id);
        draw();
        const after = spots.get(id);
        if (before && after) show(view.x + (before.x - after.x) * view.k, view.y + (before.y - after.y) * view.k, view.k);
        choose(id, true);
        reveal(id);
    }

    function go(id) {
        for (let outer = nodes[id].parent; outer !== null; outer = nodes[outer].parent) open.add(outer);
        draw();
        choose(id, true);
        reveal(id);
    }

    function unfold() {
        const closed = nodes.filter(n => holds(n.id) && !isOpen(n.id) && elements.has(n.id)).map(n => n.id);
        closed.forEach(id => open.add(id));
        draw(); fit(true);
    }

    function fold() {
        open.clear(); open.add(0);
        draw(); fit(true);
    }

    // ---- the panel

    function add(parent, name, text, className) {
        const element = document.createElement(name);
        if (text !== undefined) element.textContent = text;
        if (className) element.className = className;
        parent.appendChild(element);
        return element;
    }

    function list(title, ids) {
        if (!ids.length) return;
        add(panel, 'h3', title);
        for (const id of [...new Set(ids)].slice(0, 40)) add(panel, 'button', nodes[id].path || nodes[id].name).onclick = () => go(id);
        if (ids.length > 40) add(panel, 'p', `and ${ids.length - 40} more`, 'soft');
    }

    function describe(id) {
        panel.textContent = '';
        const node = nodes[id];
        if (id === 0) { legend(); return; }
        add(panel, 'h2', node.name);
        add(panel, 'p', node.path, 'soft');
        const facts = add(panel, 'dl');
        facts.style.marginTop = '10px';
        const fact = (name, value) => { if (value) { add(facts, 'dt', name); add(facts, 'dd', value); } };
        fact('class', node.class || node.kind);
        fact('dims', node.dims);
        fact('layers', holds(id) && String(node.layers));
        fact('parameters', node.parameters && node.parameters.toLocaleString('en'));
        fact('line', node.source);
        fact('change', node.change);
        fact('built', node.dead && 'never: nothing needs it');
        if (node.options) { add(panel, 'h3', 'Options'); add(panel, 'pre', node.options); }
        if (node.variables.length) { add(panel, 'h3', 'Variables'); add(panel, 'pre', node.variables.join('\n')); }
        list('Reads', reads[id]);
        list('Read by', readBy[id]);
    }

    function legend() {
        add(panel, 'h2', net.name);
        add(panel, 'p', summary(nodes[0]), 'soft');
        if (net.compared) {
            add(panel, 'h3', 'Compared with the older net');
            for (const [name, colour] of [['added', 'added'], ['changed', 'edited'], ['renamed or moved', 'moved']]) key(name, colour);
            for (const path of net.gone) add(panel, 'p', 'gone: ' + path, 'soft');
            list('Changed', nodes.filter(n => n.change).map(n => n.id));
        }
        add(panel, 'h3', 'Colours');
        const names = { map: 'maps of features', conv: 'convolution', attention: 'attention', recurrent: 'recurrence', norm: 'norms', output: 'softmax, losses', variable: 'variables', noise: 'dropout', other: 'other layers' };
        for (const family of Object.keys(names)) if (nodes.some(n => n.family === family)) key(names[family], family);
        add(panel, 'h3', 'Keys');
        const keys = add(panel, 'dl');
        for (const [press, does] of [['Enter', 'fold, unfold'], ['↑ ↓', 'what it reads, what reads it'], ['← →', 'beside it'], ['/', 'search'], ['u f', 'unfold, fold'], ['0 + −', 'zoom'], ['Esc', 'this list']]) {
            add(add(keys, 'dt'), 'kbd', press);
            add(keys, 'dd', does);
        }
    }

    function key(name, colour) {
        const entry = add(panel, 'p');
        add(entry, 'span', undefined, 'key').style.setProperty('--c', `var(--${colour})`);
        entry.append(name);
    }

    // ---- search

    function look() {
        const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
        found = words.length ? nodes.filter(n => n.id && words.every(w => (n.path + ' ' + n.name + ' ' + (n.class || '')).toLowerCase().includes(w))).map(n => n.id) : [];
        at = 0;
        hits.textContent = '';
        found.slice(0, 50).forEach((id, index) => {
            const entry = add(hits, 'li');
            entry.setAttribute('role', 'option');
            add(entry, 'span', nodes[id].path || nodes[id].name);
            add(entry, 'small', nodes[id].class || nodes[id].kind);
            entry.onmousedown = event => { event.preventDefault(); at = index; take(); };
        });
        if (words.length && !found.length) add(hits, 'li', 'nothing has that name');
        hits.hidden = !words.length;
        pick(); mark();
    }

    function pick() {
        [...hits.children].forEach((entry, index) => entry.setAttribute('aria-selected', index === at));
        hits.children[at]?.scrollIntoView({ block: 'nearest' });
    }

    function take() {
        if (found[at] === undefined) return;
        hits.hidden = true;
        go(found[at]);
    }

    search.oninput = look;
    search.onfocus = () => { hits.hidden = !found.length; };
    search.onblur = () => { hits.hidden = true; };
    search.onkeydown = event => {
        if (event.key === 'ArrowDown') at = Math.min(at + 1, Math.min(found.length, 50) - 1);
        else if (event.key === 'ArrowUp') at = Math.max(at - 1, 0);
        else if (event.key === 'Enter') { take(); return; }
        else if (event.key === 'Escape') { search.value = ''; look(); choose(chosen, true); search.blur(); return; }
        else return;
        event.preventDefault();
        pick();
    };

    // ---- pointer and keys

    const idOf = target => { const group = target.closest?.('g[data-id]'); return group ? +group.dataset.id : 0; };
    let drag = null;
    svg.onpointerdown = event => { drag = { x: event.clientX - view.x, y: event.clientY - view.y, moved: false, id: event.pointerId }; };
    svg.onpointermove = event => {
        if (drag && (drag.moved || Math.hypot(event.clientX - view.x - drag.x, event.clientY - view.y - drag.y) > 4)) {
            if (!drag.moved) svg.setPointerCapture(drag.id);
            drag.moved = true; hover.hidden = true;
            svg.classList.add('drag');
            show(event.clientX - drag.x, event.clientY - drag.y, view.k);
            return;
        }
        tip(idOf(event.target), event);
    };
    svg.onpointerup = svg.onpointercancel = () => { svg.classList.remove('drag'); setTimeout(() => { drag = null; }); };
    svg.onpointerleave = () => { hover.hidden = true; };
    svg.onclick = event => {
        if (drag?.moved) return;
        const handle = event.target.dataset?.toggle;
        if (handle) toggle(+handle); else choose(idOf(event.target), true);
    };
    svg.ondblclick = event => { const id = idOf(event.target); if (id) toggle(id); };
    svg.addEventListener('wheel', event => {
        event.preventDefault();
        const area = svg.getBoundingClientRect();
        if (event.ctrlKey || event.metaKey || event.deltaMode === 0 && Math.abs(event.deltaY) >= 40) zoom(Math.exp(-event.deltaY / 500), event.clientX - area.left, event.clientY - area.top);
        else show(view.x - event.deltaX, view.y - event.deltaY, view.k);
    }, { passive: false });

    function tip(id, event) {
        hover.hidden = !id;
        if (!id) return;
        const node = nodes[id];
        hover.textContent = '';
        add(hover, 'b', node.path || node.name);
        hover.append([[node.class || node.kind, node.dims].filter(Boolean).join('  '), holds(id) ? summary(node) : node.parameters ? short(node.parameters) + ' parameters' : '',
            ...node.variables.slice(0, 8), node.dead ? 'never built' : '', node.change, node.source].filter(Boolean).join('\n'));
        const area = svg.getBoundingClientRect();
        const x = event.clientX - area.left + 14, y = event.clientY - area.top + 14;
        hover.style.left = Math.min(x, area.width - hover.offsetWidth - 8) + 'px';
        hover.style.top = Math.min(y, area.height - hover.offsetHeight - 8) + 'px';
    }

    function nearest(ids) {
        const here = spots.get(shownOf(chosen));
        return ids.map(shownOf).filter(id => id !== chosen && spots.has(id) && id !== 0)
            .sort((a, b) => Math.abs(spots.get(a).x - here.x) - Math.abs(spots.get(b).x - here.x))[0];
    }

    const below = id => holds(id) ? [id, ...children[id].flatMap(below)] : [id];

    function beside(step) {
        const siblings = children[nodes[chosen].parent ?? 0];
        const here = spots.get(chosen);
        const row = siblings.filter(id => Math.abs(spots.get(id).y - here.y) < 30).sort((a, b) => spots.get(a).x - spots.get(b).x);
        return row[row.indexOf(chosen) + step];
    }

    function walk(keyName) {
        if (!chosen || !spots.has(chosen)) return nodes[1] ? shownOf(1) : undefined;
        const inside = new Set(below(chosen));
        const ends = lists => [...inside].flatMap(id => lists[id]).filter(id => !inside.has(id));
        return keyName === 'ArrowUp' ? nearest(ends(reads)) : keyName === 'ArrowDown' ? nearest(ends(readBy))
            : keyName === 'ArrowLeft' ? beside(-1) : beside(1);
    }

    document.onkeydown = event => {
        if (event.target === search || event.ctrlKey || event.metaKey || event.altKey) return;
        const area = svg.getBoundingClientRect();
        const isButton = event.target.tagName === 'BUTTON';
        if (event.key === '/') search.focus();
        else if (event.key.startsWith('Arrow')) { const next = walk(event.key); if (next) { choose(next, true); reveal(next); } }
        else if ((event.key === 'Enter' || event.key === ' ') && !isButton) toggle(chosen);
        else if (event.key === 'u') unfold();
        else if (event.key === 'f') fold();
        else if (event.key === '0') fit(false);
        else if (event.key === '+' || event.key === '=') zoom(1.25, area.width / 2, area.height / 2);
        else if (event.key === '-') zoom(0.8, area.width / 2, area.height / 2);
        else if (event.key === 'Escape') choose(0);
        else return;
        event.preventDefault();
    };
    svg.addEventListener('focusin', event => { const id = idOf(event.target); if (id && id !== chosen) { choose(id); reveal(id); } });

    $('unfold').onclick = unfold;
    $('fold').onclick = fold;
    $('fit').onclick = () => fit(false);
    $('summary').textContent = summary(nodes[0]) + (net.compared ? ` · ${nodes[0].changes} changed, ${net.gone.length} gone` : '');
    draw(); describe(0); fit(true);
    addEventListener('resize', () => fit(true));
})();
