import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US.js';
import zhCN from 'antd/locale/zh_CN.js';
import { sessionKey } from '../../modules/access/console/index.ts';
import { failureOf } from '../../ui/console/failure.ts';
import { useIsPhone } from '../../ui/console/is-phone.ts';
import { useLanguage } from '../../ui/console/language.ts';
import { noteSignedOut } from './signed-out.ts';
import { router } from './router.tsx';
import { themeOf } from './theme.ts';

const onError = (thrown: Error) => {
  const { kind, code } = failureOf(thrown);
  if (kind === 'signedOut') noteSignedOut(true);
  // The post ended while the page stood open: what the bar says of me is old.
  if (code === 'access.post_ended') void client.invalidateQueries({ queryKey: sessionKey });
};

/** What was refused stays refused; what did not arrive is asked for once more. */
const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: (times, thrown) => times < 1 && failureOf(thrown).kind === 'offline',
      staleTime: 5_000,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** The offices' screens (办公端). */
export function Console() {
  const { language } = useLanguage();
  const isPhone = useIsPhone();
  return (
    <ConfigProvider
      locale={(language === 'zh' ? zhCN : enUS).default}
      theme={themeOf(isPhone)}
      button={{ autoInsertSpace: false }}
    >
      <App component={false}>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}
