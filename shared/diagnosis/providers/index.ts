import type { Provider } from './provider.ts';
import { ably } from './ably.ts';
import { abuseCh } from './abuse-ch.ts';
import { adfs } from './adfs.ts';
import { adguardHome } from './adguard-home.ts';
import { adobe } from './adobe.ts';
import { adyen } from './adyen.ts';
import { afip } from './afip.ts';
import { africasTalking } from './africas-talking.ts';
import { airflow } from './airflow.ts';
import { airplayReceiver } from './airplay-receiver.ts';
import { airtable } from './airtable.ts';
import { akamai } from './akamai.ts';
import { alfresco } from './alfresco.ts';
import { algolia } from './algolia.ts';
import { alibabaCloud } from './alibaba-cloud.ts';
import { allegro } from './allegro.ts';
import { alpaca } from './alpaca.ts';
import { alphaVantage } from './alpha-vantage.ts';
import { alphaess } from './alphaess.ts';
import { amadeus } from './amadeus.ts';
import { amazonAds } from './amazon-ads.ts';
import { amazonCognito } from './amazon-cognito.ts';
import { amazonEcr } from './amazon-ecr.ts';
import { amazonS3 } from './amazon-s3.ts';
import { amazonSpApi } from './amazon-sp-api.ts';
import { amplitude } from './amplitude.ts';
import { angelOne } from './angel-one.ts';
import { anilist } from './anilist.ts';
import { anthropic } from './anthropic.ts';
import { apacheHttpd } from './apache-httpd.ts';
import { apereoCas } from './apereo-cas.ts';
import { apiDataGov } from './api-data-gov.ts';
import { apigee } from './apigee.ts';
import { apilayer } from './apilayer.ts';
import { apisix } from './apisix.ts';
import { apollo } from './apollo.ts';
import { apple } from './apple.ts';
import { appwrite } from './appwrite.ts';
import { arangodb } from './arangodb.ts';
import { arcgis } from './arcgis.ts';
import { argoCd } from './argo-cd.ts';
import { artifactory } from './artifactory.ts';
import { asaas } from './asaas.ts';
import { asana } from './asana.ts';
import { aspnet } from './aspnet.ts';
import { assemblyai } from './assemblyai.ts';
import { atlassian } from './atlassian.ts';
import { audiobookshelf } from './audiobookshelf.ts';
import { auth0 } from './auth0.ts';
import { authelia } from './authelia.ts';
import { authentik } from './authentik.ts';
import { authorizeNet } from './authorize-net.ts';
import { autodesk } from './autodesk.ts';
import { awsApiGateway } from './aws-api-gateway.ts';
import { awsLoadBalancer } from './aws-load-balancer.ts';
import { aws } from './aws.ts';
import { awx } from './awx.ts';
import { axis } from './axis.ts';
import { azureAdB2c } from './azure-ad-b2c.ts';
import { azureAiSearch } from './azure-ai-search.ts';
import { azureApiManagement } from './azure-api-management.ts';
import { azureAppConfiguration } from './azure-app-configuration.ts';
import { azureDevops } from './azure-devops.ts';
import { azureKeyVault } from './azure-key-vault.ts';
import { azureOpenai } from './azure-openai.ts';
import { azureResourceManager } from './azure-resource-manager.ts';
import { azureStaticWebApps } from './azure-static-web-apps.ts';
import { azureStorage } from './azure-storage.ts';
import { backblaze } from './backblaze.ts';
import { bamboohr } from './bamboohr.ts';
import { betterAuth } from './better-auth.ts';
import { bigbluebutton } from './bigbluebutton.ts';
import { bigcommerce } from './bigcommerce.ts';
import { binance } from './binance.ts';
import { bingx } from './bingx.ts';
import { bitbucketServer } from './bitbucket-server.ts';
import { bitbucket } from './bitbucket.ts';
import { bitfinex } from './bitfinex.ts';
import { bitget } from './bitget.ts';
import { bitly } from './bitly.ts';
import { bitmex } from './bitmex.ts';
import { bitrix24 } from './bitrix24.ts';
import { bitstamp } from './bitstamp.ts';
import { bitwarden } from './bitwarden.ts';
import { blizzard } from './blizzard.ts';
import { bluesky } from './bluesky.ts';
import { bookstack } from './bookstack.ts';
import { botFramework } from './bot-framework.ts';
import { box } from './box.ts';
import { braintree } from './braintree.ts';
import { brevo } from './brevo.ts';
import { buildkite } from './buildkite.ts';
import { bungie } from './bungie.ts';
import { bybit } from './bybit.ts';
import { caddy } from './caddy.ts';
import { calendly } from './calendly.ts';
import { campaignMonitor } from './campaign-monitor.ts';
import { canvasLms } from './canvas-lms.ts';
import { caprover } from './caprover.ts';
import { casdoor } from './casdoor.ts';
import { cashfree } from './cashfree.ts';
import { cephRgw } from './ceph-rgw.ts';
import { chatwoot } from './chatwoot.ts';
import { checkPoint } from './check-point.ts';
import { checkmk } from './checkmk.ts';
import { checkoutCom } from './checkout-com.ts';
import { chineseMaps } from './chinese-maps.ts';
import { circleci } from './circleci.ts';
import { cisco } from './cisco.ts';
import { clerk } from './clerk.ts';
import { clickhouse } from './clickhouse.ts';
import { clickup } from './clickup.ts';
import { cloudflareAccess } from './cloudflare-access.ts';
import { cloudflareR2 } from './cloudflare-r2.ts';
import { cloudflare } from './cloudflare.ts';
import { cloudfront } from './cloudfront.ts';
import { cloudinary } from './cloudinary.ts';
import { cloudsmith } from './cloudsmith.ts';
import { cohere } from './cohere.ts';
import { coinbase } from './coinbase.ts';
import { coingecko } from './coingecko.ts';
import { coinmarketcap } from './coinmarketcap.ts';
import { concourse } from './concourse.ts';
import { confluent } from './confluent.ts';
import { consul } from './consul.ts';
import { containerRegistry } from './container-registry.ts';
import { contentful } from './contentful.ts';
import { coolify } from './coolify.ts';
import { copernicus } from './copernicus.ts';
import { couchdb } from './couchdb.ts';
import { cratesIo } from './crates-io.ts';
import { crowdin } from './crowdin.ts';
import { customerIo } from './customer-io.ts';
import { dahua } from './dahua.ts';
import { dashscope } from './dashscope.ts';
import { databricks } from './databricks.ts';
import { datadog } from './datadog.ts';
import { deepgram } from './deepgram.ts';
import { deepl } from './deepl.ts';
import { deepseek } from './deepseek.ts';
import { deezer } from './deezer.ts';
import { deribit } from './deribit.ts';
import { dex } from './dex.ts';
import { dhan } from './dhan.ts';
import { dify } from './dify.ts';
import { digitalocean } from './digitalocean.ts';
import { dingtalk } from './dingtalk.ts';
import { directus } from './directus.ts';
import { discord } from './discord.ts';
import { discourse } from './discourse.ts';
import { djangoRest } from './django-rest.ts';
import { django } from './django.ts';
import { docusign } from './docusign.ts';
import { dolibarr } from './dolibarr.ts';
import { doorkeeper } from './doorkeeper.ts';
import { drone } from './drone.ts';
import { dropbox } from './dropbox.ts';
import { drupal } from './drupal.ts';
import { dspace } from './dspace.ts';
import { duendeIdentityserver } from './duende-identityserver.ts';
import { duo } from './duo.ts';
import { dynamics } from './dynamics.ts';
import { dyndnsProtocol } from './dyndns-protocol.ts';
import { easypost } from './easypost.ts';
import { ebay } from './ebay.ts';
import { ecobee } from './ecobee.ts';
import { elasticsearch } from './elasticsearch.ts';
import { elevenlabs } from './elevenlabs.ts';
import { emqx } from './emqx.ts';
import { enphaseEnvoy } from './enphase-envoy.ts';
import { enphase } from './enphase.ts';
import { entra } from './entra.ts';
import { envoy } from './envoy.ts';
import { epicGames } from './epic-games.ts';
import { etcd } from './etcd.ts';
import { etherscan } from './etherscan.ts';
import { etsy } from './etsy.ts';
import { eveEsi } from './eve-esi.ts';
import { exactOnline } from './exact-online.ts';
import { exchangeWebServices } from './exchange-web-services.ts';
import { f5BigIp } from './f5-big-ip.ts';
import { f5IControl } from './f5-icontrol.ts';
import { fastapi } from './fastapi.ts';
import { fastifyJwt } from './fastify-jwt.ts';
import { fastly } from './fastly.ts';
import { fedex } from './fedex.ts';
import { feishu } from './feishu.ts';
import { figma } from './figma.ts';
import { filebrowser } from './filebrowser.ts';
import { financialModelingPrep } from './financial-modeling-prep.ts';
import { firebaseMessaging } from './firebase-messaging.ts';
import { firebase } from './firebase.ts';
import { fitbit } from './fitbit.ts';
import { flaskJwtExtended } from './flask-jwt-extended.ts';
import { flutterwave } from './flutterwave.ts';
import { fortinet } from './fortinet.ts';
import { frappe } from './frappe.ts';
import { freebox } from './freebox.ts';
import { freshworks } from './freshworks.ts';
import { frigate } from './frigate.ts';
import { fritzbox } from './fritzbox.ts';
import { fronius } from './fronius.ts';
import { fusionauth } from './fusionauth.ts';
import { fusionsolar } from './fusionsolar.ts';
import { fyers } from './fyers.ts';
import { garmin } from './garmin.ts';
import { gateIo } from './gate-io.ts';
import { geminiExchange } from './gemini-exchange.ts';
import { gerrit } from './gerrit.ts';
import { getresponse } from './getresponse.ts';
import { getstream } from './getstream.ts';
import { ghost } from './ghost.ts';
import { gigya } from './gigya.ts';
import { ginJwt } from './gin-jwt.ts';
import { giphy } from './giphy.ts';
import { gitea } from './gitea.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { glassfish } from './glassfish.ts';
import { glpi } from './glpi.ts';
import { goJwtMiddleware } from './go-jwt-middleware.ts';
import { gocardless } from './gocardless.ts';
import { gocd } from './gocd.ts';
import { goodwe } from './goodwe.ts';
import { googleAds } from './google-ads.ts';
import { googleCloudRun } from './google-cloud-run.ts';
import { googleCloud } from './google-cloud.ts';
import { googleFrontEnd } from './google-front-end.ts';
import { googleGemini } from './google-gemini.ts';
import { googleIap } from './google-iap.ts';
import { googleIdentity } from './google-identity.ts';
import { gotify } from './gotify.ts';
import { grafana } from './grafana.ts';
import { gravitee } from './gravitee.ts';
import { graylog } from './graylog.ts';
import { grocy } from './grocy.ts';
import { groq } from './groq.ts';
import { growatt } from './growatt.ts';
import { guacamole } from './guacamole.ts';
import { haproxy } from './haproxy.ts';
import { harbor } from './harbor.ts';
import { harvest } from './harvest.ts';
import { hasura } from './hasura.ts';
import { healthchecks } from './healthchecks.ts';
import { here } from './here.ts';
import { heroku } from './heroku.ts';
import { hetznerCloud } from './hetzner-cloud.ts';
import { highlevel } from './highlevel.ts';
import { hikvision } from './hikvision.ts';
import { hmrc } from './hmrc.ts';
import { homeAssistant } from './home-assistant.ts';
import { homeConnect } from './home-connect.ts';
import { honeycomb } from './honeycomb.ts';
import { honoJwt } from './hono-jwt.ts';
import { htx } from './htx.ts';
import { hubspot } from './hubspot.ts';
import { huggingface } from './huggingface.ts';
import { husqvarna } from './husqvarna.ts';
import { hyundaiKia } from './hyundai-kia.ts';
import { ibmCloud } from './ibm-cloud.ts';
import { icinga } from './icinga.ts';
import { igMarkets } from './ig-markets.ts';
import { iis } from './iis.ts';
import { imgur } from './imgur.ts';
import { immich } from './immich.ts';
import { imperva } from './imperva.ts';
import { infisical } from './infisical.ts';
import { influxdb } from './influxdb.ts';
import { infobip } from './infobip.ts';
import { instanceMetadata } from './instance-metadata.ts';
import { intercom } from './intercom.ts';
import { iyzico } from './iyzico.ts';
import { jellyfin } from './jellyfin.ts';
import { jenkins } from './jenkins.ts';
import { jetty } from './jetty.ts';
import { joomla } from './joomla.ts';
import { jupyter } from './jupyter.ts';
import { kakao } from './kakao.ts';
import { kanidm } from './kanidm.ts';
import { keycloak } from './keycloak.ts';
import { kibana } from './kibana.ts';
import { kintone } from './kintone.ts';
import { klarna } from './klarna.ts';
import { klaviyo } from './klaviyo.ts';
import { kong } from './kong.ts';
import { koreaInvestment } from './korea-investment.ts';
import { koreanPublicData } from './korean-public-data.ts';
import { kotakNeo } from './kotak-neo.ts';
import { kraken } from './kraken.ts';
import { ktor } from './ktor.ts';
import { kubernetes } from './kubernetes.ts';
import { kucoin } from './kucoin.ts';
import { langfuse } from './langfuse.ts';
import { langsmith } from './langsmith.ts';
import { laravelPassport } from './laravel-passport.ts';
import { laravel } from './laravel.ts';
import { lastfm } from './lastfm.ts';
import { lazada } from './lazada.ts';
import { librelinkup } from './librelinkup.ts';
import { line } from './line.ts';
import { linear } from './linear.ts';
import { linkedin } from './linkedin.ts';
import { linode } from './linode.ts';
import { listmonk } from './listmonk.ts';
import { litellm } from './litellm.ts';
import { logto } from './logto.ts';
import { loki } from './loki.ts';
import { loopback } from './loopback.ts';
import { magento } from './magento.ts';
import { mailchimp } from './mailchimp.ts';
import { mailgun } from './mailgun.ts';
import { mailjet } from './mailjet.ts';
import { mapbox } from './mapbox.ts';
import { mashery } from './mashery.ts';
import { mastodon } from './mastodon.ts';
import { matomo } from './matomo.ts';
import { matrix } from './matrix.ts';
import { mattermost } from './mattermost.ts';
import { mavenCentral } from './maven-central.ts';
import { maya } from './maya.ts';
import { mediawiki } from './mediawiki.ts';
import { meilisearch } from './meilisearch.ts';
import { mercadoLibre } from './mercado-libre.ts';
import { messagebird } from './messagebird.ts';
import { meta } from './meta.ts';
import { metabase } from './metabase.ts';
import { mexc } from './mexc.ts';
import { microsoftGraph } from './microsoft-graph.ts';
import { midtrans } from './midtrans.ts';
import { mikrotik } from './mikrotik.ts';
import { minecraft } from './minecraft.ts';
import { miniflux } from './miniflux.ts';
import { minio } from './minio.ts';
import { misskey } from './misskey.ts';
import { mistral } from './mistral.ts';
import { mlflow } from './mlflow.ts';
import { modsecurity } from './modsecurity.ts';
import { mollie } from './mollie.ts';
import { monday } from './monday.ts';
import { mongodbAtlas } from './mongodb-atlas.ts';
import { moodle } from './moodle.ts';
import { moonshot } from './moonshot.ts';
import { mtnMomo } from './mtn-momo.ts';
import { mulesoft } from './mulesoft.ts';
import { myanimelist } from './myanimelist.ts';
import { n8n } from './n8n.ts';
import { naver } from './naver.ts';
import { neo4j } from './neo4j.ts';
import { nestjs } from './nestjs.ts';
import { netatmo } from './netatmo.ts';
import { netbox } from './netbox.ts';
import { netlify } from './netlify.ts';
import { netsuite } from './netsuite.ts';
import { newRelic } from './new-relic.ts';
import { newsapi } from './newsapi.ts';
import { nextcloud } from './nextcloud.ts';
import { nexus } from './nexus.ts';
import { nginx } from './nginx.ts';
import { nifi } from './nifi.ts';
import { nocodb } from './nocodb.ts';
import { nodeJsonwebtoken } from './node-jsonwebtoken.ts';
import { nomad } from './nomad.ts';
import { notion } from './notion.ts';
import { npm } from './npm.ts';
import { ntfy } from './ntfy.ts';
import { nuget } from './nuget.ts';
import { oanda } from './oanda.ts';
import { oauth2Proxy } from './oauth2-proxy.ts';
import { octoprint } from './octoprint.ts';
import { octopusDeploy } from './octopus-deploy.ts';
import { odoo } from './odoo.ts';
import { okta } from './okta.ts';
import { okx } from './okx.ts';
import { omada } from './omada.ts';
import { onelogin } from './onelogin.ts';
import { onesignal } from './onesignal.ts';
import { openWebui } from './open-webui.ts';
import { openai } from './openai.ts';
import { openhab } from './openhab.ts';
import { openproject } from './openproject.ts';
import { openrouter } from './openrouter.ts';
import { openrouteservice } from './openrouteservice.ts';
import { opensearch } from './opensearch.ts';
import { opensky } from './opensky.ts';
import { openstackKeystone } from './openstack-keystone.ts';
import { opensubtitles } from './opensubtitles.ts';
import { openweather } from './openweather.ts';
import { openwrt } from './openwrt.ts';
import { opnsense } from './opnsense.ts';
import { oracleCloud } from './oracle-cloud.ts';
import { oryHydra } from './ory-hydra.ts';
import { oryKratos } from './ory-kratos.ts';
import { osticket } from './osticket.ts';
import { oura } from './oura.ts';
import { overseerr } from './overseerr.ts';
import { ovhcloud } from './ovhcloud.ts';
import { ozon } from './ozon.ts';
import { paddle } from './paddle.ts';
import { pagbank } from './pagbank.ts';
import { pagerduty } from './pagerduty.ts';
import { paperless } from './paperless.ts';
import { parseServer } from './parse-server.ts';
import { paypal } from './paypal.ts';
import { paystack } from './paystack.ts';
import { perplexity } from './perplexity.ts';
import { philipsHue } from './philips-hue.ts';
import { phoenixGuardian } from './phoenix-guardian.ts';
import { piHole } from './pi-hole.ts';
import { pinecone } from './pinecone.ts';
import { pingone } from './pingone.ts';
import { pinterest } from './pinterest.ts';
import { pipedrive } from './pipedrive.ts';
import { plaid } from './plaid.ts';
import { playfab } from './playfab.ts';
import { plex } from './plex.ts';
import { pocketbase } from './pocketbase.ts';
import { polygon } from './polygon.ts';
import { pomerium } from './pomerium.ts';
import { portainer } from './portainer.ts';
import { postgrest } from './postgrest.ts';
import { posthog } from './posthog.ts';
import { postmark } from './postmark.ts';
import { powerAutomate } from './power-automate.ts';
import { powerBi } from './power-bi.ts';
import { prestashop } from './prestashop.ts';
import { printful } from './printful.ts';
import { prometheus } from './prometheus.ts';
import { proxmox } from './proxmox.ts';
import { pubnub } from './pubnub.ts';
import { puppetServer } from './puppet-server.ts';
import { pusher } from './pusher.ts';
import { pyload } from './pyload.ts';
import { pypi } from './pypi.ts';
import { qbittorrent } from './qbittorrent.ts';
import { qdrant } from './qdrant.ts';
import { qnap } from './qnap.ts';
import { quay } from './quay.ts';
import { quickbooks } from './quickbooks.ts';
import { rabbitmq } from './rabbitmq.ts';
import { radicale } from './radicale.ts';
import { railsDevise } from './rails-devise.ts';
import { rancher } from './rancher.ts';
import { rapidapi } from './rapidapi.ts';
import { razorpay } from './razorpay.ts';
import { reddit } from './reddit.ts';
import { redfish } from './redfish.ts';
import { redisCloud } from './redis-cloud.ts';
import { redmine } from './redmine.ts';
import { reolink } from './reolink.ts';
import { replicate } from './replicate.ts';
import { resend } from './resend.ts';
import { ringcentral } from './ringcentral.ts';
import { riotGames } from './riot-games.ts';
import { roblox } from './roblox.ts';
import { rocketChat } from './rocket-chat.ts';
import { rubygems } from './rubygems.ts';
import { rundeck } from './rundeck.ts';
import { sabnzbd } from './sabnzbd.ts';
import { sabre } from './sabre.ts';
import { safaricomDaraja } from './safaricom-daraja.ts';
import { salesforceLightning } from './salesforce-lightning.ts';
import { salesforce } from './salesforce.ts';
import { sapGateway } from './sap-gateway.ts';
import { scaleway } from './scaleway.ts';
import { schwab } from './schwab.ts';
import { seafile } from './seafile.ts';
import { secEdgar } from './sec-edgar.ts';
import { sendgrid } from './sendgrid.ts';
import { sentinelone } from './sentinelone.ts';
import { sentry } from './sentry.ts';
import { serpapi } from './serpapi.ts';
import { servarr } from './servarr.ts';
import { servicenow } from './servicenow.ts';
import { sharepoint } from './sharepoint.ts';
import { shelly } from './shelly.ts';
import { shodan } from './shodan.ts';
import { shopee } from './shopee.ts';
import { shopify } from './shopify.ts';
import { simplelogin } from './simplelogin.ts';
import { slack } from './slack.ts';
import { smallryeJwt } from './smallrye-jwt.ts';
import { smartsheet } from './smartsheet.ts';
import { smartthings } from './smartthings.ts';
import { snowflake } from './snowflake.ts';
import { snyk } from './snyk.ts';
import { solaredge } from './solaredge.ts';
import { solr } from './solr.ts';
import { sonarqube } from './sonarqube.ts';
import { soundcloud } from './soundcloud.ts';
import { sparkpost } from './sparkpost.ts';
import { splunk } from './splunk.ts';
import { spotify } from './spotify.ts';
import { spring } from './spring.ts';
import { square } from './square.ts';
import { squid } from './squid.ts';
import { steam } from './steam.ts';
import { strapi } from './strapi.ts';
import { strava } from './strava.ts';
import { stripe } from './stripe.ts';
import { stytch } from './stytch.ts';
import { subsonic } from './subsonic.ts';
import { supabase } from './supabase.ts';
import { supercell } from './supercell.ts';
import { superset } from './superset.ts';
import { supertokens } from './supertokens.ts';
import { surrealdb } from './surrealdb.ts';
import { symfonyLexik } from './symfony-lexik.ts';
import { syncthing } from './syncthing.ts';
import { synology } from './synology.ts';
import { tableau } from './tableau.ts';
import { tado } from './tado.ts';
import { tailscale } from './tailscale.ts';
import { tasmota } from './tasmota.ts';
import { tavily } from './tavily.ts';
import { teamcity } from './teamcity.ts';
import { technitium } from './technitium.ts';
import { telegram } from './telegram.ts';
import { telnyx } from './telnyx.ts';
import { terraformCloud } from './terraform-cloud.ts';
import { teslaPowerwall } from './tesla-powerwall.ts';
import { tesla } from './tesla.ts';
import { thetvdb } from './thetvdb.ts';
import { tibber } from './tibber.ts';
import { tick } from './tick.ts';
import { tiktok } from './tiktok.ts';
import { tmdb } from './tmdb.ts';
import { todoist } from './todoist.ts';
import { together } from './together.ts';
import { tomcat } from './tomcat.ts';
import { tossPayments } from './toss-payments.ts';
import { traccar } from './traccar.ts';
import { traefik } from './traefik.ts';
import { trakt } from './trakt.ts';
import { transmission } from './transmission.ts';
import { travisCi } from './travis-ci.ts';
import { trello } from './trello.ts';
import { trendyol } from './trendyol.ts';
import { trino } from './trino.ts';
import { truenas } from './truenas.ts';
import { tuya } from './tuya.ts';
import { twelveData } from './twelve-data.ts';
import { twilio } from './twilio.ts';
import { twitch } from './twitch.ts';
import { tyk } from './tyk.ts';
import { typeform } from './typeform.ts';
import { typesense } from './typesense.ts';
import { unifi } from './unifi.ts';
import { unsplash } from './unsplash.ts';
import { upbit } from './upbit.ts';
import { ups } from './ups.ts';
import { upstox } from './upstox.ts';
import { usps } from './usps.ts';
import { vault } from './vault.ts';
import { veeam } from './veeam.ts';
import { vercel } from './vercel.ts';
import { verdaccio } from './verdaccio.ts';
import { viessmann } from './viessmann.ts';
import { vikunja } from './vikunja.ts';
import { vimeo } from './vimeo.ts';
import { vipps } from './vipps.ts';
import { vk } from './vk.ts';
import { vmwareVsphere } from './vmware-vsphere.ts';
import { volcengineArk } from './volcengine-ark.ts';
import { vonage } from './vonage.ts';
import { walmart } from './walmart.ts';
import { wazuh } from './wazuh.ts';
import { weatherapi } from './weatherapi.ts';
import { weaviate } from './weaviate.ts';
import { webex } from './webex.ts';
import { wechat } from './wechat.ts';
import { wildberries } from './wildberries.ts';
import { winrm } from './winrm.ts';
import { withings } from './withings.ts';
import { woocommerce } from './woocommerce.ts';
import { wordpressGuards } from './wordpress-guards.ts';
import { wordpress } from './wordpress.ts';
import { workday } from './workday.ts';
import { workos } from './workos.ts';
import { wso2 } from './wso2.ts';
import { x } from './x.ts';
import { xai } from './xai.ts';
import { xboxLive } from './xbox-live.ts';
import { xendit } from './xendit.ts';
import { xero } from './xero.ts';
import { yahooFinance } from './yahoo-finance.ts';
import { yandex } from './yandex.ts';
import { yelp } from './yelp.ts';
import { zabbix } from './zabbix.ts';
import { zammad } from './zammad.ts';
import { zendesk } from './zendesk.ts';
import { zerodhaKite } from './zerodha-kite.ts';
import { zhipu } from './zhipu.ts';
import { zimbra } from './zimbra.ts';
import { zitadel } from './zitadel.ts';
import { zoho } from './zoho.ts';
import { zoom } from './zoom.ts';
import { zotero } from './zotero.ts';
import { zscaler } from './zscaler.ts';
import { zulip } from './zulip.ts';
import { zuora } from './zuora.ts';

/** Every table, by name of file. Order means nothing: all that recognise an answer speak. */
export const providers: readonly Provider[] = [
  ably,
  abuseCh,
  adfs,
  adguardHome,
  adobe,
  adyen,
  afip,
  africasTalking,
  airflow,
  airplayReceiver,
  airtable,
  akamai,
  alfresco,
  algolia,
  alibabaCloud,
  allegro,
  alpaca,
  alphaVantage,
  alphaess,
  amadeus,
  amazonAds,
  amazonCognito,
  amazonEcr,
  amazonS3,
  amazonSpApi,
  amplitude,
  angelOne,
  anilist,
  anthropic,
  apacheHttpd,
  apereoCas,
  apiDataGov,
  apigee,
  apilayer,
  apisix,
  apollo,
  apple,
  appwrite,
  arangodb,
  arcgis,
  argoCd,
  artifactory,
  asaas,
  asana,
  aspnet,
  assemblyai,
  atlassian,
  audiobookshelf,
  auth0,
  authelia,
  authentik,
  authorizeNet,
  autodesk,
  awsApiGateway,
  awsLoadBalancer,
  aws,
  awx,
  axis,
  azureAdB2c,
  azureAiSearch,
  azureApiManagement,
  azureAppConfiguration,
  azureDevops,
  azureKeyVault,
  azureOpenai,
  azureResourceManager,
  azureStaticWebApps,
  azureStorage,
  backblaze,
  bamboohr,
  betterAuth,
  bigbluebutton,
  bigcommerce,
  binance,
  bingx,
  bitbucketServer,
  bitbucket,
  bitfinex,
  bitget,
  bitly,
  bitmex,
  bitrix24,
  bitstamp,
  bitwarden,
  blizzard,
  bluesky,
  bookstack,
  botFramework,
  box,
  braintree,
  brevo,
  buildkite,
  bungie,
  bybit,
  caddy,
  calendly,
  campaignMonitor,
  canvasLms,
  caprover,
  casdoor,
  cashfree,
  cephRgw,
  chatwoot,
  checkPoint,
  checkmk,
  checkoutCom,
  chineseMaps,
  circleci,
  cisco,
  clerk,
  clickhouse,
  clickup,
  cloudflareAccess,
  cloudflareR2,
  cloudflare,
  cloudfront,
  cloudinary,
  cloudsmith,
  cohere,
  coinbase,
  coingecko,
  coinmarketcap,
  concourse,
  confluent,
  consul,
  containerRegistry,
  contentful,
  coolify,
  copernicus,
  couchdb,
  cratesIo,
  crowdin,
  customerIo,
  dahua,
  dashscope,
  databricks,
  datadog,
  deepgram,
  deepl,
  deepseek,
  deezer,
  deribit,
  dex,
  dhan,
  dify,
  digitalocean,
  dingtalk,
  directus,
  discord,
  discourse,
  djangoRest,
  django,
  docusign,
  dolibarr,
  doorkeeper,
  drone,
  dropbox,
  drupal,
  dspace,
  duendeIdentityserver,
  duo,
  dynamics,
  dyndnsProtocol,
  easypost,
  ebay,
  ecobee,
  elasticsearch,
  elevenlabs,
  emqx,
  enphaseEnvoy,
  enphase,
  entra,
  envoy,
  epicGames,
  etcd,
  etherscan,
  etsy,
  eveEsi,
  exactOnline,
  exchangeWebServices,
  f5BigIp,
  f5IControl,
  fastapi,
  fastifyJwt,
  fastly,
  fedex,
  feishu,
  figma,
  filebrowser,
  financialModelingPrep,
  firebaseMessaging,
  firebase,
  fitbit,
  flaskJwtExtended,
  flutterwave,
  fortinet,
  frappe,
  freebox,
  freshworks,
  frigate,
  fritzbox,
  fronius,
  fusionauth,
  fusionsolar,
  fyers,
  garmin,
  gateIo,
  geminiExchange,
  gerrit,
  getresponse,
  getstream,
  ghost,
  gigya,
  ginJwt,
  giphy,
  gitea,
  github,
  gitlab,
  glassfish,
  glpi,
  goJwtMiddleware,
  gocardless,
  gocd,
  goodwe,
  googleAds,
  googleCloudRun,
  googleCloud,
  googleFrontEnd,
  googleGemini,
  googleIap,
  googleIdentity,
  gotify,
  grafana,
  gravitee,
  graylog,
  grocy,
  groq,
  growatt,
  guacamole,
  haproxy,
  harbor,
  harvest,
  hasura,
  healthchecks,
  here,
  heroku,
  hetznerCloud,
  highlevel,
  hikvision,
  hmrc,
  homeAssistant,
  homeConnect,
  honeycomb,
  honoJwt,
  htx,
  hubspot,
  huggingface,
  husqvarna,
  hyundaiKia,
  ibmCloud,
  icinga,
  igMarkets,
  iis,
  imgur,
  immich,
  imperva,
  infisical,
  influxdb,
  infobip,
  instanceMetadata,
  intercom,
  iyzico,
  jellyfin,
  jenkins,
  jetty,
  joomla,
  jupyter,
  kakao,
  kanidm,
  keycloak,
  kibana,
  kintone,
  klarna,
  klaviyo,
  kong,
  koreaInvestment,
  koreanPublicData,
  kotakNeo,
  kraken,
  ktor,
  kubernetes,
  kucoin,
  langfuse,
  langsmith,
  laravelPassport,
  laravel,
  lastfm,
  lazada,
  librelinkup,
  line,
  linear,
  linkedin,
  linode,
  listmonk,
  litellm,
  logto,
  loki,
  loopback,
  magento,
  mailchimp,
  mailgun,
  mailjet,
  mapbox,
  mashery,
  mastodon,
  matomo,
  matrix,
  mattermost,
  mavenCentral,
  maya,
  mediawiki,
  meilisearch,
  mercadoLibre,
  messagebird,
  meta,
  metabase,
  mexc,
  microsoftGraph,
  midtrans,
  mikrotik,
  minecraft,
  miniflux,
  minio,
  misskey,
  mistral,
  mlflow,
  modsecurity,
  mollie,
  monday,
  mongodbAtlas,
  moodle,
  moonshot,
  mtnMomo,
  mulesoft,
  myanimelist,
  n8n,
  naver,
  neo4j,
  nestjs,
  netatmo,
  netbox,
  netlify,
  netsuite,
  newRelic,
  newsapi,
  nextcloud,
  nexus,
  nginx,
  nifi,
  nocodb,
  nodeJsonwebtoken,
  nomad,
  notion,
  npm,
  ntfy,
  nuget,
  oanda,
  oauth2Proxy,
  octoprint,
  octopusDeploy,
  odoo,
  okta,
  okx,
  omada,
  onelogin,
  onesignal,
  openWebui,
  openai,
  openhab,
  openproject,
  openrouter,
  openrouteservice,
  opensearch,
  opensky,
  openstackKeystone,
  opensubtitles,
  openweather,
  openwrt,
  opnsense,
  oracleCloud,
  oryHydra,
  oryKratos,
  osticket,
  oura,
  overseerr,
  ovhcloud,
  ozon,
  paddle,
  pagbank,
  pagerduty,
  paperless,
  parseServer,
  paypal,
  paystack,
  perplexity,
  philipsHue,
  phoenixGuardian,
  piHole,
  pinecone,
  pingone,
  pinterest,
  pipedrive,
  plaid,
  playfab,
  plex,
  pocketbase,
  polygon,
  pomerium,
  portainer,
  postgrest,
  posthog,
  postmark,
  powerAutomate,
  powerBi,
  prestashop,
  printful,
  prometheus,
  proxmox,
  pubnub,
  puppetServer,
  pusher,
  pyload,
  pypi,
  qbittorrent,
  qdrant,
  qnap,
  quay,
  quickbooks,
  rabbitmq,
  radicale,
  railsDevise,
  rancher,
  rapidapi,
  razorpay,
  reddit,
  redfish,
  redisCloud,
  redmine,
  reolink,
  replicate,
  resend,
  ringcentral,
  riotGames,
  roblox,
  rocketChat,
  rubygems,
  rundeck,
  sabnzbd,
  sabre,
  safaricomDaraja,
  salesforceLightning,
  salesforce,
  sapGateway,
  scaleway,
  schwab,
  seafile,
  secEdgar,
  sendgrid,
  sentinelone,
  sentry,
  serpapi,
  servarr,
  servicenow,
  sharepoint,
  shelly,
  shodan,
  shopee,
  shopify,
  simplelogin,
  slack,
  smallryeJwt,
  smartsheet,
  smartthings,
  snowflake,
  snyk,
  solaredge,
  solr,
  sonarqube,
  soundcloud,
  sparkpost,
  splunk,
  spotify,
  spring,
  square,
  squid,
  steam,
  strapi,
  strava,
  stripe,
  stytch,
  subsonic,
  supabase,
  supercell,
  superset,
  supertokens,
  surrealdb,
  symfonyLexik,
  syncthing,
  synology,
  tableau,
  tado,
  tailscale,
  tasmota,
  tavily,
  teamcity,
  technitium,
  telegram,
  telnyx,
  terraformCloud,
  teslaPowerwall,
  tesla,
  thetvdb,
  tibber,
  tick,
  tiktok,
  tmdb,
  todoist,
  together,
  tomcat,
  tossPayments,
  traccar,
  traefik,
  trakt,
  transmission,
  travisCi,
  trello,
  trendyol,
  trino,
  truenas,
  tuya,
  twelveData,
  twilio,
  twitch,
  tyk,
  typeform,
  typesense,
  unifi,
  unsplash,
  upbit,
  ups,
  upstox,
  usps,
  vault,
  veeam,
  vercel,
  verdaccio,
  viessmann,
  vikunja,
  vimeo,
  vipps,
  vk,
  vmwareVsphere,
  volcengineArk,
  vonage,
  walmart,
  wazuh,
  weatherapi,
  weaviate,
  webex,
  wechat,
  wildberries,
  winrm,
  withings,
  woocommerce,
  wordpressGuards,
  wordpress,
  workday,
  workos,
  wso2,
  x,
  xai,
  xboxLive,
  xendit,
  xero,
  yahooFinance,
  yandex,
  yelp,
  zabbix,
  zammad,
  zendesk,
  zerodhaKite,
  zhipu,
  zimbra,
  zitadel,
  zoho,
  zoom,
  zotero,
  zscaler,
  zulip,
  zuora,
];
