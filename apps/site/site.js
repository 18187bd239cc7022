// Makes a page that already works more comfortable: photos are shown and shrunk before they are sent, characters are counted.
const LONGEST_PX = 1600;

async function shrink(file) {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type)) return file;
  const image = await createImageBitmap(file);
  const scale = LONGEST_PX / Math.max(image.width, image.height);
  if (scale >= 1) return file;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
  return blob && blob.size < file.size ? new File([blob], 'photo.jpg', { type: 'image/jpeg' }) : file;
}

function preview(input, files) {
  const box = input.nextElementSibling ?? input.parentElement.appendChild(document.createElement('p'));
  box.className = 'pictures';
  box.replaceChildren(
    ...files.map((file) => {
      const image = new Image();
      image.src = URL.createObjectURL(file);
      image.alt = file.name;
      return image;
    }),
  );
}

async function takePhotos(input) {
  const chosen = [...input.files];
  preview(input, chosen);
  const small = await Promise.all(chosen.map((file) => shrink(file).catch(() => file)));
  if (chosen.some((file, index) => file !== input.files[index])) return; // others were chosen meanwhile
  const carrier = new DataTransfer();
  for (const file of small) carrier.items.add(file);
  input.files = carrier.files;
}

for (const input of document.querySelectorAll('input[type=file]'))
  input.addEventListener('change', () => void takePhotos(input));

for (const area of document.querySelectorAll('textarea[data-max]')) {
  const told = area.parentElement.appendChild(document.createElement('p'));
  told.className = 'hint';
  const count = () => {
    const left = area.dataset.max - [...area.value.trim()].length;
    told.classList.toggle('fault', left < 0);
    told.textContent = (left < 0 ? area.dataset.over : area.dataset.left).replace('#', Math.abs(left));
  };
  area.addEventListener('input', count);
  count();
}

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

// Where the device is, asked only when somebody presses for it; the answer goes along with the form and into no address.
const here = document.querySelector('[data-here]');
if (here && navigator.geolocation) {
  const said = document.querySelector('[data-here-said]');
  const tell = (words) => {
    said.textContent = words;
    said.hidden = false;
  };
  here.hidden = false;
  addEventListener('pageshow', () => (here.value = '')); // back again, perhaps elsewhere
  here.addEventListener('click', (event) => {
    if (here.value) return; // on its way with the position
    event.preventDefault();
    tell(here.dataset.waiting);
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude, accuracy } }) => {
        here.value = [longitude, latitude, Math.round(accuracy)].join();
        here.click();
      },
      ({ code }) => tell(code === 1 ? here.dataset.denied : here.dataset.unknown),
      { enableHighAccuracy: true, timeout: 15000, maximumAge: 60000 },
    );
  });
}

// Reads the page aloud where the device has a voice for its language, and says so where it has none.
const aloud = document.querySelector('[data-aloud]');
if (aloud && window.speechSynthesis) {
  const [button, said] = aloud.children;
  const tongue = document.documentElement.lang.slice(0, 2);
  const rest = button.textContent;
  const stop = () => {
    speechSynthesis.cancel();
    button.textContent = rest;
  };
  const read = () => {
    button.textContent = button.dataset.stop;
    const lines = document
      .getElementById('main')
      .innerText.split(/\n+/)
      .filter((line) => line.trim());
    lines.forEach((line, at) => {
      const spoken = new SpeechSynthesisUtterance(line);
      spoken.lang = document.documentElement.lang;
      spoken.rate = 0.85;
      if (at === lines.length - 1) spoken.onend = stop;
      speechSynthesis.speak(spoken);
    });
  };
  aloud.hidden = false;
  button.addEventListener('click', () => {
    if (button.textContent === button.dataset.stop) return stop();
    const hasVoice = speechSynthesis.getVoices().some(({ lang }) => lang.toLowerCase().startsWith(tongue));
    said.hidden = hasVoice;
    if (hasVoice) read();
  });
  addEventListener('pagehide', stop);
}

// A draft outlives a lost connection: words and place, never the number, on this device for a day at most or until it is sent.
const KEPT = 'draft';
const DAY_MS = 86_400_000;
const draft = document.getElementById('draft');
const keptFields = () =>
  ['what', 'place', 'community']
    .map((name) => draft.elements.namedItem(name))
    .filter((one) => one?.value !== undefined);
const forget = () => localStorage.removeItem(KEPT);

function readKept() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT));
    if (kept && Date.now() - kept.at < DAY_MS) return kept;
    forget();
  } catch {
    // storage is off or holds something else: there is no draft
  }
  return undefined;
}

function keep() {
  try {
    const values = Object.fromEntries(keptFields().map(({ name, value }) => [name, value]));
    if (values.what?.trim())
      localStorage.setItem(KEPT, JSON.stringify({ at: Date.now(), values: { ...readKept()?.values, ...values } }));
  } catch {
    // storage is full or off: the form alone holds the draft
  }
}

if (draft) {
  const kept = readKept();
  const offer = draft.querySelector('[data-kept]');
  if (offer && kept && !draft.elements.what.value.trim()) {
    offer.hidden = false;
    offer.querySelector('[data-resume]').addEventListener('click', () => {
      for (const field of keptFields()) field.value = kept.values[field.name] ?? field.value;
      offer.hidden = true;
      draft.elements.what.dispatchEvent(new Event('input', { bubbles: true }));
      draft.elements.what.focus();
    });
    offer.querySelector('[data-drop]').addEventListener('click', () => {
      forget();
      offer.hidden = true;
      draft.elements.what.focus();
    });
  } else keep();
  const told = draft.querySelector('[data-keeps]');
  if (told) told.hidden = false;
  draft.addEventListener('input', keep);
}
if (document.querySelector('[data-sent]')) forget();
document.querySelector('form[action="/follow/forget"]')?.addEventListener('submit', forget);
