'use strict';
const form = document.getElementById('form');
const message = document.getElementById('message');
const button = form.querySelector('button');
const token = location.hash.slice(1);

// The token does not stay in the address, where it could be seen or copied by mistake.
history.replaceState(null, '', location.pathname);

if (token === '') {
    message.textContent = message.dataset.incomplete;
    button.disabled = true;
}

form.addEventListener('submit', async event => {
    event.preventDefault();
    const password = document.getElementById('password').value;

    if (password !== document.getElementById('again').value) {
        message.textContent = message.dataset.differ;
        return;
    }

    button.disabled = true;
    message.textContent = '';

    try {
        const response = await fetch('/api/v1/invitations/acceptance', {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', 'Accept-Language': document.documentElement.lang },
            body: JSON.stringify({ token, password }),
        });

        if (response.ok) {
            form.querySelectorAll('label, input, button, #rule').forEach(element => element.remove());
            message.textContent = message.dataset.done;
            return;
        }

        const problem = await response.json();
        message.textContent = [problem.detail, ...(problem.errors ?? []).map(error => error.message)].join(' ');
    } catch {
        message.textContent = message.dataset.offline;
    }

    button.disabled = false;
});
